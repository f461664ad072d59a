package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.model.Refusal;
import picocli.CommandLine;

/** The command's arguments and the programme file it writes. */
class GenerateCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--cases=-1", "--cases=10000001", "--sites=0", "--sites=1001"})
  void refusesFiguresOutOfRange(String argument) {
    assertThatThrownBy(() -> call("--cases=1", "--out=" + folder.resolve("new"), argument))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("mend:");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> call("--cases=0", "--out=" + folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--out");
    assertThat(folder.toFile().list()).containsExactly("mine.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "40"})
  void writesAProgrammeWhoseSourcesAreThere(String cases) throws Exception {
    Path out = folder.resolve("out");
    call("--cases=" + cases, "--sites=2", "--out=" + out);
    JsonNode programme = new YAMLMapper().readTree(out.resolve("programme.yaml").toFile());
    assertThat(programme.get("sources")).hasSize(cases.equals("0") ? 36 : 39);
    for (JsonNode source : programme.get("sources")) {
      assertThat(matches(out, source.get("path").asText()))
          .as(source.get("id").asText())
          .isPositive();
    }
    assertThat(programme.get("analyses").has("survival")).isEqualTo(!cases.equals("0"));
  }

  @Test
  void theSampleProgrammeNamesFilesThatAreThere() throws IOException {
    Path sample = Places.project().resolve("sample-data");
    JsonNode programme = new YAMLMapper().readTree(sample.resolve("programme.yaml").toFile());
    assertThat(programme.get("sources")).hasSize(40);
    for (JsonNode source : programme.get("sources")) {
      assertThat(matches(sample, source.get("path").asText())).isPositive();
      String mapping = source.get("mapping").asText();
      if (!mapping.equals("shared")) {
        assertThat(Places.project().resolve("schemas/mappings/" + mapping + ".yaml")).exists();
      }
    }
  }

  @Test
  void theSampleProgrammeReadsEveryGeneratedTable() throws IOException {
    Path sample = Places.project().resolve("sample-data/programme.yaml");
    assertThat(Files.readString(sample)).contains(ProgrammeFile.reportSources());
  }

  private static long matches(Path root, String glob) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + root + "/" + glob);
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(matcher::matches).count();
    }
  }

  /** Of a repeated option the last counts, so that a test can change one. */
  private static void call(String... arguments) throws IOException {
    GenerateCommand command = new GenerateCommand();
    new CommandLine(command).setOverwrittenOptionsAllowed(true).parseArgs(arguments);
    command.call();
  }
}
