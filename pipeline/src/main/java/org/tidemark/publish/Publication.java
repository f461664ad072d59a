package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.TableSchema;

/**
 * A version being written. Nothing of it is seen by readers before {@link #commit}; a run that ends
 * before leaves a folder that the next run of that name clears away. Tables and files may be
 * written by several threads.
 */
public final class Publication {
  private final PublicationFolder folder;
  private final RunId runId;
  private final Commit commit;
  private final PublishListener listener;
  private final Map<String, PublishedFile> files;
  private final Map<String, TableSchema> tables;

  private Publication(
      PublicationFolder folder, RunId runId, Commit commit, PublishListener listener) {
    this.folder = folder;
    this.runId = runId;
    this.commit = commit;
    this.listener = listener;
    this.files = new ConcurrentSkipListMap<>();
    this.tables = new ConcurrentSkipListMap<>();
  }

  static Publication of(
      PublicationFolder folder, RunId runId, Commit commit, PublishListener listener) {
    return new Publication(folder, runId, commit, listener);
  }

  /**
   * Writes a table's twins.
   *
   * @param schema the table; each of its fields is a column of the rows
   * @param rows the rows, in any order
   * @param partitions into how many parts they are sorted, see {@link TableWriter#write}
   */
  public void table(TableSchema schema, Dataset<Row> rows, int partitions) {
    write(schema, writer -> writer.write(schema, rows, partitions));
  }

  /**
   * The rows of a table as they will be written: its columns, in its order.
   *
   * @param partitions see {@link #table(TableSchema, Dataset, int)}
   */
  public static List<Row> inOrder(TableSchema schema, Dataset<Row> rows, int partitions) {
    List<Row> sorted = new ArrayList<>();
    TableOrder.stream(schema, rows, partitions).forEachRemaining(sorted::add);
    return sorted;
  }

  /** Writes a table's twins from rows in order. */
  public void table(TableSchema schema, Iterator<Row> sorted) {
    write(schema, writer -> writer.write(schema, sorted));
  }

  /**
   * Writes another file, as of the report.
   *
   * @param path where in the run's folder, with forward slashes
   */
  public void file(String path, byte[] bytes) {
    requireNonNull(bytes, "bytes");
    if (!PublishedFile.isInside(path) || path.equals(Manifest.FILE) || path.startsWith("tables/")) {
      throw new IllegalArgumentException("not a place for a file of its own: " + path);
    }
    add(Attempt.writing(place(path), () -> write(path, bytes)));
    listener.reached(Phase.TABLE, path);
  }

  /**
   * The rows of a table as written, cell by cell; none where the version has no such table.
   *
   * @param table a table's name
   */
  public List<Map<String, String>> rows(String table) {
    Path file = place("tables/" + table + ".csv");
    return tables.containsKey(table)
        ? Attempt.reading(file, () -> CsvTwin.read(folder.files(), file))
        : List.of();
  }

  /**
   * Describes the version, writes its manifest and makes it what readers see.
   *
   * @throws org.tidemark.model.Refusal if the machine fails; readers then see what they saw before
   */
  public Manifest commit(Provenance from) {
    byte[] description = PackageDescription.bytes(runId, from, tables, files);
    add(
        Attempt.writing(
            place(PackageDescription.FILE), () -> write(PackageDescription.FILE, description)));
    Attempt.writing(place(""), this::syncFolders);
    listener.reached(Phase.BEFORE_MANIFEST, "");
    Manifest manifest = new Manifest(runId, from, List.copyOf(files.values()));
    byte[] bytes = ManifestJson.bytes(manifest);
    Attempt.writing(place(Manifest.FILE), () -> writeManifest(bytes));
    listener.reached(Phase.AFTER_MANIFEST, "");
    commit.point(new Current(runId, Hashes.hex(bytes)));
    return manifest;
  }

  private void write(TableSchema schema, TwinWriting writing) {
    TableWriter writer = TableWriter.into(folder.files(), folder.runFolder(runId));
    Attempt.writing(place("tables/" + schema.name()), () -> writing.by(writer)).forEach(this::add);
    tables.put(schema.name(), schema);
    listener.reached(Phase.TABLE, schema.name());
  }

  private PublishedFile write(String path, byte[] bytes) throws IOException {
    HashedOutput out = HashedOutput.over(path, folder.files().create(place(path), true));
    try (out) {
      out.write(bytes, 0, bytes.length);
    }
    return out.file(OptionalLong.empty());
  }

  /** A manifest is there whole or not at all: a folder that has one is a version. */
  private void writeManifest(byte[] bytes) throws IOException {
    String temporary = Manifest.FILE + ".tmp";
    String run = PublicationFolder.RUNS + "/" + runId + "/";
    write(temporary, bytes);
    commit.disk().replace(run + temporary, run + Manifest.FILE);
    syncFolders();
  }

  /** Every folder that has a new entry, the deepest first. */
  private void syncFolders() throws IOException {
    String run = PublicationFolder.RUNS + "/" + runId;
    NavigableSet<String> folders = new TreeSet<>();
    for (String path : files.keySet()) {
      for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        folders.add(run + "/" + path.substring(0, end));
      }
    }
    for (String name : folders.descendingSet()) {
      commit.disk().syncFolder(name);
    }
    commit.disk().syncFolder(run);
    commit.disk().syncFolder(PublicationFolder.RUNS);
  }

  private void add(PublishedFile file) {
    if (files.put(file.path(), file) != null) {
      throw new IllegalStateException(file.path() + " is published twice");
    }
  }

  private Path place(String path) {
    Path run = folder.runFolder(runId);
    return path.isEmpty() ? run : new Path(run, path);
  }

  /** The writing of one table. */
  @FunctionalInterface
  private interface TwinWriting {
    List<PublishedFile> by(TableWriter writer) throws IOException;
  }
}
