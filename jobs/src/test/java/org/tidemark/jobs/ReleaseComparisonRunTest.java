package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A jump between two publications is published")
class ReleaseComparisonRunTest {
  @TempDir private Path folder;

  @Test
  void halfOfTheCasesAreGone() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    programme.replace(
        "programme.yaml", "  quality:", "  comparison: [{tables: [incidence]}]\n  quality:");
    Published first = Published.run(programme.programme(), programme.out());
    assertThat(first.rows("comparison"))
        .singleElement()
        .satisfies(r -> assertThat(r).containsEntry("status", "NOT_APPLICABLE"));
    String version = first.current().getFileName().toString();
    assertThat(Files.readString(first.current().resolve("manifest.json")))
        .doesNotContain("last_publication");
    Path cases = folder.resolve("cases.csv");
    List<String> lines = Files.readAllLines(cases);
    Files.writeString(
        cases, lines.stream().limit(lines.size() / 4).collect(Collectors.joining("\n", "", "\n")));
    Published second = Published.run(programme.programme(), programme.out());
    assertThat(Files.readString(second.current().resolve("manifest.json")))
        .contains("\"last_publication\": \"" + version + "\"");
    List<Map<String, String>> jumps = second.rows("comparison", "kind", "jump");
    assertThat(jumps)
        .anySatisfy(
            r -> {
              assertThat(r.get("figure")).contains("area=North", "measure=cases");
              assertThat(Double.parseDouble(r.get("after")))
                  .isLessThan(Double.parseDouble(r.get("before")));
              assertThat(r).containsEntry("test", "skellam");
            });
    assertThat(Published.one(second.rows("comparison"), "kind", "summary").get("jumps"))
        .isEqualTo(Integer.toString(jumps.size()));
  }
}
