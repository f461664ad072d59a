package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.account.AccountingRow;

/**
 * Where the figures of a version come from.
 *
 * @param programme the programme's id
 * @param title the programme's title, for the data package
 * @param licence the data's licence by its SPDX or Open Definition name; empty where none was given
 * @param inputs what was read, by source and path
 * @param versions what decides the figures beside the records, by name: code, schemas, each mapping
 * @param accounting what came in, was accepted, refused or merged
 * @param dropped source → columns of its files of which nothing was read or kept, sorted
 */
public record Provenance(
    String programme,
    String title,
    String licence,
    List<Input> inputs,
    SortedMap<String, String> versions,
    List<AccountingRow> accounting,
    SortedMap<String, List<String>> dropped) {

  /**
   * One file that was read.
   *
   * @param source the source's id
   * @param path the file as the programme names it, never where this machine keeps it
   * @param bytes its length
   * @param rows its records, accepted or not
   * @param sha256 SHA-256 of its bytes, in lower-case hex
   */
  public record Input(String source, String path, long bytes, long rows, String sha256) {}

  /** Orders the inputs and copies the rest. */
  public Provenance {
    requireNonNull(programme, "programme");
    requireNonNull(title, "title");
    requireNonNull(licence, "licence");
    inputs =
        inputs.stream()
            .sorted(Comparator.comparing(Input::source).thenComparing(Input::path))
            .toList();
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    accounting = List.copyOf(accounting);
    dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
  }

  /** Provenance from parts in any order. */
  public static Provenance of(
      String programme,
      String title,
      String licence,
      List<Input> inputs,
      Map<String, String> versions,
      List<AccountingRow> accounting) {
    return new Provenance(
        programme, title, licence, inputs, new TreeMap<>(versions), accounting, new TreeMap<>());
  }

  /** The same, with the columns that were left out. */
  public Provenance without(Map<String, List<String>> columns) {
    return new Provenance(
        programme, title, licence, inputs, versions, accounting, new TreeMap<>(columns));
  }
}
