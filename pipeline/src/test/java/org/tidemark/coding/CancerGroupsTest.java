package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CancerGroupsTest {
  private static final CancerGroups GROUPS =
      CancerGroups.of(
          List.of(
              group("C43", "", "", "8720-8790"),
              group("C44", "", "C44", ""),
              group("C53", "2", "C53", ""),
              group("Other", "", "", "")),
          List.of(
              new CancerGroups.Total("All", List.of()),
              new CancerGroups.Total("All but C44", List.of("C44"))));

  @Test
  void theFirstRuleThatHoldsDecides() {
    assertThat(GROUPS.of("C445", "8720")).containsExactly("C43", "All", "All but C44");
    assertThat(GROUPS.of("C445", "8070")).containsExactly("C44", "All");
    assertThat(GROUPS.of("C220", "8170")).containsExactly("Other", "All", "All but C44");
  }

  @Test
  void rulesOnHistologyDoNotHoldWhereItIsNotSupplied() {
    assertThat(GROUPS.of("C445", null)).containsExactly("C44", "All");
  }

  @Test
  void publishesGroupsThenTotalsWithTheOnlySexOfEach() {
    assertThat(GROUPS.published().keySet())
        .containsExactly("C43", "C44", "C53", "Other", "All", "All but C44");
    assertThat(GROUPS.published()).containsEntry("C53", "2").containsEntry("All", "");
  }

  private static CancerGroups.Group group(String code, String sex, String sites, String types) {
    return new CancerGroups.Group(code, sex, CodeRanges.of(sites), CodeRanges.of(types));
  }
}
