package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The flow of the cases of one published stratum")
class StratumFlowTest {
  private static Map<String, String> row(String sex, String cases, String note) {
    return Map.of("cancer", "C18-20", "sex", sex, "area", "", "cases", cases, "note", note);
  }

  private static String printed(StratumFlow flow) {
    StringWriter text = new StringWriter();
    flow.print(new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void eachStratumHasItsOwnAndItsRowsTellItOnce() {
    String note = "not included: 3 death-certificate-only, 12 zero-follow-up";
    List<StratumFlow> flows =
        StratumFlow.of(
            List.of(
                row("1", "85", note), row("1", "85", note), row("2", "70", "no limits: too few")));
    assertThat(flows).hasSize(2);
    assertThat(printed(flows.get(0)))
        .contains("Flow of the stratum cancer C18-20, sex 1")
        .containsPattern("malignant tumours of sources with follow-up +100")
        .containsPattern("  death-certificate-only +3")
        .containsPattern("  zero-follow-up +12")
        .containsPattern("entered +85");
    assertThat(flows.get(1).leftOut()).isEmpty();
    assertThat(printed(flows.get(1))).containsPattern("with follow-up +70");
  }

  @Test
  void whatIsHiddenIsNotAddedUp() {
    String note = "fewer than 10 at risk; not included: fewer than 5 age-unknown, 7 autopsy; x";
    StratumFlow few = StratumFlow.of(List.of(row("1", "85", note))).get(0);
    assertThat(few.leftOut())
        .containsExactlyInAnyOrderEntriesOf(Map.of("age-unknown", "fewer than 5", "autopsy", "7"));
    assertThat(printed(few)).containsPattern("with follow-up +not shown");
    assertThat(printed(StratumFlow.of(List.of(row("1", "", ""))).get(0)))
        .containsPattern("entered +not shown");
  }
}
