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
  private static Map<String, String> row(String sex, String cases, String out) {
    return Map.of("cancer", "C18-20", "sex", sex, "area", "", "cases", cases, "not_included", out);
  }

  private static String printed(StratumFlow flow) {
    StringWriter text = new StringWriter();
    flow.print(new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void eachStratumHasItsOwnAndItsRowsTellItOnce() {
    String out = "death-certificate-only:3;zero-follow-up:12";
    List<StratumFlow> flows =
        StratumFlow.of(List.of(row("1", "85", out), row("1", "85", out), row("2", "70", "")));
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
    StratumFlow few = StratumFlow.of(List.of(row("1", "85", "age-unknown:;autopsy:7"))).get(0);
    assertThat(few.leftOut())
        .containsExactlyInAnyOrderEntriesOf(Map.of("age-unknown", "", "autopsy", "7"));
    assertThat(printed(few))
        .containsPattern("with follow-up +not shown")
        .containsPattern("  age-unknown +not shown")
        .containsPattern("  autopsy +7");
    assertThat(printed(StratumFlow.of(List.of(row("1", "", ""))).get(0)))
        .containsPattern("entered +not shown");
  }
}
