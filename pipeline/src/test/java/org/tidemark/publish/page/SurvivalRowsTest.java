package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
    "Survival of all cancers bears the name of those that were registered, if they are few")
class SurvivalRowsTest {
  private static final String EVERYONE = "all cases followed up";

  private static String who(String survivalArea, String survivalCancer, String... counts) {
    String csv =
        "area,cancer,measure,value,status\n" + String.join("\n", counts) + "\nWest,lung,asr,5,OK\n";
    ReportHead bare = Fixture.head();
    ReportHead head =
        new ReportHead(
            bare.title(),
            bare.asOf(),
            bare.runId(),
            Map.of(),
            Map.of("cancer/C18", "Colon", "cancer/C19-C20", "Rectum", "area/SI", "Slovenia"),
            List.of(),
            bare.disclosure());
    Reading reading = Reading.of(head, Fixture.table("incidence", csv));
    return SurvivalRows.who(
        reading, Row.of(Map.of("area", survivalArea, "cancer", survivalCancer, "measure", "net")));
  }

  @Test
  void fewCancersOfTheAreaAreNamed() {
    assertThat(
            who(
                "SI",
                "",
                "SI,All cancers,cases,50,OK",
                "SI,All cancers but C44,cases,50,OK",
                "SI,C18,cases,30,OK",
                "SI,C19-C20,cases,20,OK",
                "West,lung,cases,9,OK"))
        .isEqualTo("colon and rectum, Slovenia");
  }

  @Test
  void aCancerWithACountThatIsHiddenIsNamedAndOneWithoutCasesIsNot() {
    assertThat(
            who(
                "SI",
                "",
                "SI,C18,cases,30,OK",
                "SI,C19-C20,cases,,SUPPRESSED",
                "SI,C61,cases,0,OK"))
        .isEqualTo("colon and rectum, Slovenia");
  }

  @Test
  void casesOfOtherOrUnspecifiedCancersAreNotPassedOver() {
    assertThat(who("SI", "", "SI,C18,cases,30,OK", "SI,Other and unspecified,cases,1,OK"))
        .isEqualTo("colon and other and unspecified, Slovenia");
  }

  @Test
  void ofManyCancersOrOfNoneKnownItIsEveryone() {
    assertThat(
            who(
                "SI",
                "",
                "SI,a,cases,1,OK",
                "SI,b,cases,1,OK",
                "SI,c,cases,1,OK",
                "SI,d,cases,1,OK"))
        .isEqualTo(EVERYONE + ", Slovenia");
    assertThat(who("SI", "", "SI,All cancers,cases,50,OK")).isEqualTo(EVERYONE + ", Slovenia");
    assertThat(who("SI", "", "West,lung,cases,9,OK")).isEqualTo(EVERYONE + ", Slovenia");
  }

  @Test
  void ofAllAreasTogetherTheCancersOfAllAreMeant() {
    assertThat(who("", "", "SI,C18,cases,30,OK", "West,C19-C20,cases,9,OK"))
        .isEqualTo("colon and rectum");
  }

  @Test
  void aRowOfOneCancerBearsItsOwnName() {
    assertThat(who("SI", "C18", "SI,C19-C20,cases,20,OK")).isEqualTo("Colon, Slovenia");
  }
}
