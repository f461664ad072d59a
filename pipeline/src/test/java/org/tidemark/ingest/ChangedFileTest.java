package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.Refusal;

/** What is read must be what was surveyed. */
class ChangedFileTest {
  @TempDir Path dir;

  private Folder folder;
  private Path file;
  private SurveyedFile surveyed;

  @BeforeEach
  void survey() {
    folder = Folder.of(dir, "*.csv", "id", "sex").put("f.csv", "id,sex\n1,M\n2,F\n");
    file = dir.resolve("f.csv");
    surveyed = folder.accepted();
  }

  @Test
  void anUnchangedFileIsRead() {
    assertThat(Shown.of(folder.read(surveyed))).containsExactly("1 1|M", "2 2|F");
  }

  @Test
  void anAppendedLineStopsTheReading() throws IOException {
    Files.writeString(file, "3,M\n", StandardOpenOption.APPEND);
    refused();
  }

  @Test
  void aShorterFileStopsTheReading() {
    folder.put("f.csv", "id,sex\n1,M\n");
    refused();
  }

  @Test
  void aCellChangedInPlaceStopsTheReadingWhateverTheClockSays() throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    folder.put("f.csv", "id,sex\n1,M\n2,M\n");
    Files.setLastModifiedTime(file, time);
    refused();
  }

  @Test
  void aFileWrittenAgainStopsTheReading() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    refused();
  }

  @Test
  void aFileThatWentStopsTheReading() throws IOException {
    Files.delete(file);
    assertThatThrownBy(() -> folder.read(surveyed)).isInstanceOf(Refusal.class);
  }

  @Test
  void aFileThatGrowsDuringTheSurveyIsRefused() throws IOException {
    FileSurveyor surveyor = FileSurveyor.of(folder.intake(), folder.limits(), Folder.CONF);
    FoundFile before = FileFinder.find(folder.intake(), Folder.CONF).get(0);
    Files.writeString(file, "3,M\n", StandardOpenOption.APPEND);
    assertThat(surveyor.survey(before).refused().get(0).rule()).isEqualTo("INGEST-CHANGED");
  }

  private void refused() {
    assertThatThrownBy(() -> folder.read(surveyed))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("f.csv")
        .hasMessageContaining(IngestRule.CHANGED.id())
        .extracting(e -> e.getMessage().toLowerCase(Locale.ROOT))
        .asString()
        .contains("mend:");
  }
}
