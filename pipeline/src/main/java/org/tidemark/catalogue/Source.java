package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * One entry of a programme's {@code sources}.
 *
 * @param id the source's name in accounting and findings
 * @param table the shared-schema table its rows land in
 * @param path a file or glob, resolved against the programme file; local, hdfs:// or s3a://
 * @param format how the file is read
 * @param mapping the mapping's id, {@code shared} where columns bear the shared schema's names
 * @param beyond what holds outside a life table, and before and after the years of a population
 * @param between how a population grows between the years given; none: it is not known there
 * @param split how a population in groups wider than five years is split: {@code even}, or the name
 *     of a standard population whose proportions hold; empty: it is refused. Of a life table {@code
 *     elandt-johnson}, by which its groups are smoothed; empty: their hazards are constant
 * @param idSpace the space of person ids that its registry shares with others; empty where the
 *     registry has its own
 * @param submitted the day on which it was submitted, ISO 8601, for the records that another
 *     submission has too; empty where it was not given
 * @param together the tables that its files hold, a sheet or array each, this one among them; empty
 *     where a file holds one table
 * @param coverage whose cases a registry of tumours has
 */
public record Source(
    String id,
    String table,
    String path,
    SourceFormat format,
    String mapping,
    Beyond beyond,
    Between between,
    String split,
    String idSpace,
    String submitted,
    List<String> together,
    Coverage coverage)
    implements Serializable {
  /** The {@link #split} of a life table's groups into smooth single years. */
  public static final String ELANDT_JOHNSON = "elandt-johnson";

  /** The {@link #split} into equal parts. */
  public static final String EVEN = "even";

  /** What holds outside the cells of a life table, or the years of a population. */
  public enum Beyond {
    /** Of a life table, a missing cell stops the run and is named; a population is not known. */
    ERROR,
    /** The nearest row holds. */
    NEAREST,
    /** The growth between the two nearest years goes on; of a population only. */
    TREND
  }

  /** How a population grows between two years that are given. */
  public enum Between {
    /** It is not known there. */
    NONE,
    /** By the same number every year. */
    LINEAR,
    /** By the same rate every year. */
    GEOMETRIC
  }

  /** Whose cases a registry has. */
  public enum Coverage {
    /** All of a population: only these give incidence. */
    POPULATION,
    /** Those who came to some hospitals. */
    HOSPITAL,
    /** Those of whom some laboratories had a specimen. */
    PATHOLOGY
  }

  /** What it may be taken to mean where it says nothing, as text; empty where nothing. */
  public String assumptions() {
    if (coverage != Coverage.POPULATION) {
      return id + " " + coverage.name();
    }
    boolean none = beyond == Beyond.ERROR && between == Between.NONE && split.isEmpty();
    return none ? "" : String.join(" ", id, beyond.name(), between.name(), split);
  }

  /**
   * A source of which nothing is assumed inside its years and ages, with person ids of its own,
   * submitted on no day that is known.
   */
  public Source(
      String id, String table, String path, SourceFormat format, String mapping, Beyond beyond) {
    this(id, table, path, format, mapping, beyond, Between.NONE, "", "", "");
  }

  /** A source whose files hold one table. */
  public Source(
      String id,
      String table,
      String path,
      SourceFormat format,
      String mapping,
      Beyond beyond,
      Between between,
      String split,
      String idSpace,
      String submitted) {
    this(
        id,
        table,
        path,
        format,
        mapping,
        beyond,
        between,
        split,
        idSpace,
        submitted,
        List.of(),
        Coverage.POPULATION);
  }

  /** Checks that nothing is absent. */
  public Source {
    requireNonNull(id, "id");
    requireNonNull(table, "table");
    requireNonNull(path, "path");
    requireNonNull(format, "format");
    requireNonNull(mapping, "mapping");
    requireNonNull(beyond, "beyond");
    requireNonNull(between, "between");
    requireNonNull(split, "split");
    requireNonNull(idSpace, "idSpace");
    requireNonNull(submitted, "submitted");
    requireNonNull(coverage, "coverage");
    together = List.copyOf(together);
  }

  /** The same source, of other files. */
  public Source at(String otherPath) {
    return new Source(
        id, table, otherPath, format, mapping, beyond, between, split, idSpace, submitted, together,
        coverage);
  }
}
