package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Where a registry sends its tables apart: the file of another table than that of tumours, and how
 * its rows find theirs. CanReg5 keeps patients, tumours and notifications in three tables.
 *
 * @param key what the programme's entry calls it: patient or source
 * @param path a file or glob, resolved against the programme file
 * @param links pairs of columns that may join the two; the first that both files have does
 * @param columns columns that the table holds and the mapping reads: taken from this file
 * @param withdrawn how a row says that the registry has withdrawn it
 */
public record BesideFile(
    String key, String path, List<Link> links, Set<String> columns, List<Withdrawn> withdrawn)
    implements Serializable {
  /** The table of persons, of which a tumour has one. */
  public static final String PATIENT = "patient";

  /** The table of notifications, of which a tumour may have several. */
  public static final String SOURCE = "source";

  /**
   * Two columns that hold the same number.
   *
   * @param tumour in the tumours' file
   * @param own in this file
   */
  public record Link(String tumour, String own) implements Serializable {}

  /**
   * A code by which the registry withdraws a row.
   *
   * @param rule the rule under which such a row is refused
   */
  public record Withdrawn(String rule, String column, String code) implements Serializable {}

  /** Checks that nothing is absent and copies. */
  public BesideFile {
    requireNonNull(key, "key");
    requireNonNull(path, "path");
    links = List.copyOf(links);
    columns = Set.copyOf(columns);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Whether each tumour needs a row of this file. */
  public boolean needed() {
    return key.equals(PATIENT);
  }
}
