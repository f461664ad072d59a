package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.Refusal;

final class PrivateFolderTest {
  @TempDir private Path temporary;
  private Path publication;
  private Path root;

  @BeforeEach
  void places() {
    publication = temporary.resolve("out");
    root = Path.of(PrivateFolder.beside(publication.toUri()));
  }

  @Test
  void liesBesideThePublicationUnlessTold() {
    assertThat(root).isEqualTo(temporary.resolve("out-private"));
    assertThat(PrivateFolder.beside(URI.create(publication.toUri() + "/"))).isEqualTo(root.toUri());
  }

  @Test
  void onlyTheOwnerReadsIt() throws IOException {
    Files.createDirectories(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (PrivateFolder folder = open(root)) {
      assertThat(mode(Path.of(folder.working()))).isEqualTo("rwx------");
      Files.writeString(Path.of(folder.working()).resolve("rows"), "1");
      Path kept = Path.of(folder.keep(SampleTables.runId(1)));
      assertThat(mode(kept)).isEqualTo("rwx------");
      assertThat(kept.resolve("rows")).hasContent("1");
    }
    Path fresh = temporary.resolve("fresh/private");
    open(fresh).close();
    assertThat(mode(fresh)).isEqualTo("rwx------");
  }

  @Test
  void neverLiesInsideThePublication() throws IOException {
    Files.createDirectories(publication);
    Path link = Files.createSymbolicLink(temporary.resolve("link"), publication);
    for (Path inside :
        new Path[] {
          publication,
          publication.resolve("private"),
          temporary.resolve("x/../out/private"),
          link.resolve("deep/private"),
        }) {
      assertThatExceptionOfType(Refusal.class)
          .as(inside.toString())
          .isThrownBy(() -> open(inside))
          .withMessageContaining("inside the publication");
    }
    assertThat(publication).isEmptyDirectory();
    open(temporary.resolve("out-too")).close();
  }

  @Test
  void theListsOfRunsThatPublishNothingAreThoseOfOneRun() throws IOException {
    Path left = root.resolve("unpublished");
    try (PrivateFolder folder = open(root)) {
      Files.writeString(Path.of(folder.working()).resolve("quarantine.csv"), "1");
      Files.writeString(Path.of(folder.working()).resolve("worklist.csv"), "1");
    }
    Files.writeString(left.resolve("notes of our own.txt"), "kept");
    open(root).close();
    assertThat(left.resolve("worklist.csv")).as("a run that came to no list").hasContent("1");
    try (PrivateFolder folder = open(root)) {
      Files.writeString(Path.of(folder.working()).resolve("worklist.csv"), "2");
      folder.supersede();
    }
    assertThat(left.resolve("worklist.csv")).hasContent("2");
    assertThat(left.resolve("quarantine.csv")).doesNotExist();
    assertThat(left.resolve("notes of our own.txt")).hasContent("kept");
    assertThat(PrivateLeftovers.of(root.toUri())).containsExactly("unpublished/worklist.csv");
  }

  @Test
  void runOfTheSameNameReplacesWhatWasKept() throws IOException {
    for (String text : new String[] {"1", "2"}) {
      try (PrivateFolder folder = open(root)) {
        Files.writeString(Path.of(folder.working()).resolve("rows" + text), text);
        folder.keep(SampleTables.runId(1));
      }
    }
    assertThat(names(root)).containsExactly(".lock", SampleTables.runId(1).toString());
    assertThat(names(root.resolve(SampleTables.runId(1).toString()))).containsExactly("rows2");
  }

  @Test
  void whatIsNotKeptIsRemoved() throws IOException {
    try (PrivateFolder folder = open(root)) {
      Files.writeString(Path.of(folder.working()).resolve("rows"), "1");
    }
    assertThat(names(root)).containsExactly(".lock");
  }

  @Test
  void whatAKilledRunLeftIsClearedOrPutBack() throws IOException {
    String run = SampleTables.runId(1).toString();
    Files.createDirectories(root.resolve(".working/deep"));
    Files.writeString(root.resolve(".working/deep/rows"), "half");
    Files.createDirectories(root.resolve(".replaced-" + run));
    Files.writeString(root.resolve(".replaced-" + run).resolve("rows"), "old");
    try (PrivateFolder folder = open(root)) {
      assertThat(Path.of(folder.working())).isEmptyDirectory();
      assertThat(root.resolve(run).resolve("rows")).hasContent("old");
      assertThat(root.resolve(".replaced-" + run)).doesNotExist();
    }
    Files.createDirectories(root.resolve(".replaced-" + run));
    open(root).close();
    assertThat(names(root)).containsExactly(".lock", run);
    assertThat(root.resolve(run).resolve("rows")).hasContent("old");
  }

  @Test
  void linksInItAreRemovedNotFollowed() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "x");
    Files.createDirectories(root.resolve(".working"));
    Files.createSymbolicLink(root.resolve(".working/link"), outside);
    open(root).close();
    assertThat(outside.resolve("precious")).exists();
  }

  @Test
  void oneRunAtATimeWorksInIt() {
    try (PrivateFolder folder = open(root)) {
      assertThat(folder.working()).isNotNull();
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> open(root))
          .extracting(Refusal::kind)
          .isEqualTo(Refusal.Kind.LOCKED);
    }
    open(root).close();
  }

  @Test
  void liesOnALocalDisk() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> PrivateFolder.open(URI.create("hdfs://h/p"), publication.toUri()))
        .withMessageContaining("local disks only");
  }

  private PrivateFolder open(Path place) {
    return PrivateFolder.open(place.toUri(), publication.toUri());
  }

  private static String mode(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
