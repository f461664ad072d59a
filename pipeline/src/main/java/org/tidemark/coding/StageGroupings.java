package org.tidemark.coding;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stages that follow from T, N and M categories at a site: the first row of {@code
 * codes/stage_groups} that holds.
 */
final class StageGroupings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Row> rows;

  private StageGroupings(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param t beginnings of T categories, or none for any, also an unknown one; as n and m
   */
  private record Row(
      String stage,
      String scheme,
      CodeRanges topography,
      List<String> t,
      List<String> n,
      List<String> m)
      implements Serializable {
    static Row of(Map<String, String> row) {
      return new Row(
          row.get("code"),
          row.get("scheme"),
          CodeRanges.of(row.get("topography")),
          categories(row.get("t")),
          categories(row.get("n")),
          categories(row.get("m")));
    }

    private static List<String> categories(String cell) {
      return cell.isEmpty() ? List.of() : Arrays.stream(cell.split(";")).toList();
    }

    boolean holds(String ofScheme, String site, Tnm tnm) {
      return scheme.equals(ofScheme)
          && topography.contains(site)
          && among(t, tnm.t())
          && among(n, tnm.n())
          && among(m, tnm.m());
    }

    private static boolean among(List<String> categories, String category) {
      return categories.isEmpty() || categories.stream().anyMatch(category::startsWith);
    }
  }

  /**
   * Compiles the rows.
   *
   * @param unverified whether rows count that are from memory
   */
  static StageGroupings of(List<Map<String, String>> rows, boolean unverified) {
    return new StageGroupings(
        rows.stream()
            .filter(row -> unverified || row.get("verified").equals("yes"))
            .map(Row::of)
            .toList());
  }

  /** The stage, or empty where none follows. */
  Optional<String> of(String scheme, String topography, Tnm tnm) {
    return rows.stream()
        .filter(row -> row.holds(scheme, topography, tnm))
        .map(Row::stage)
        .findFirst();
  }
}
