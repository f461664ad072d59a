package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("How a published survival came about")
class ExplainCommandTest {
  @TempDir private Path folder;

  @Test
  void survivalIsExplainedFromThePublicationAlone() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    String out = programme.out().toString();
    assertThat(Told.run(programme.programme(), programme.out()).exitCode()).isZero();
    Told told = Told.command("explain", "survival", "years=1", "--out", out);
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("net, pohar-perme")
        .contains("if the cancer were the only possible cause of death")
        .contains("doi:10.1111/j.1541-0420.2011.01640.x")
        .containsPattern("cases\\s+200")
        .containsPattern(
            "Flow of the stratum[^\\n]*\\n  malignant tumours[a-z -]+ 200\\n  entered +200")
        .containsPattern("received\\s+500")
        .contains("SURVIVAL-follow-up-not-supplied")
        .containsPattern("entered, of all strata and years\\s+200")
        .contains("life.csv");
    Told none = Told.command("explain", "survival", "years=77", "--out", out);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("no published row");
    Told column = Told.command("explain", "survival", "colour=red", "--out", out);
    assertThat(column.exitCode()).isEqualTo(2);
    assertThat(column.err()).contains("no column 'colour'");
  }
}
