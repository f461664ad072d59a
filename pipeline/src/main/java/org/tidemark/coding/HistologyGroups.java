package org.tidemark.coding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tidemark.model.Refusal;

/**
 * Histologies that count as the same for multiple primaries: table 2 of the IARC/IACR/ENCR rules of
 * 2004 ({@code codes/mp_histology}), in one edition. A morphology that the edition does not name is
 * a group of its own; a tumour without morphology is read as unspecified (8000).
 */
final class HistologyGroups implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CODES = MorphologyCode.HIGHEST - MorphologyCode.LOWEST + 1;

  /** Haematopoietic and lymphoid morphologies, of which a person has one of a kind, start here. */
  private static final int HAEMATOPOIETIC = 9590;

  private static final String LIST_SEPARATOR = ";";

  private final int[] group = new int[CODES];
  private final boolean[] oncePerPerson;
  private final boolean[][] absorbs;

  private HistologyGroups(int groups) {
    this.oncePerPerson = new boolean[groups + CODES];
    this.absorbs = new boolean[groups][groups];
  }

  /**
   * Compiles the rows of one edition.
   *
   * @throws IllegalArgumentException where the table has no such edition
   */
  static HistologyGroups of(List<Map<String, String>> table, String edition) {
    List<Map<String, String>> rows =
        table.stream().filter(row -> row.get("edition").equals(edition)).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no such edition of the histology groups");
    }
    HistologyGroups groups = new HistologyGroups(rows.size());
    for (int code = 0; code < CODES; code++) {
      groups.group[code] = rows.size() + code;
      groups.oncePerPerson[rows.size() + code] = code >= HAEMATOPOIETIC - MorphologyCode.LOWEST;
    }
    List<String> codes = new ArrayList<>();
    rows.forEach(row -> codes.add(row.get("code")));
    rows.forEach(row -> groups.add(codes.indexOf(row.get("code")), row, codes));
    return groups;
  }

  private void add(int own, Map<String, String> row, List<String> codes) {
    CodeRanges morphologies = CodeRanges.of(row.get("morphology"));
    for (int code = 0; code < CODES; code++) {
      if (morphologies.containsNumber(MorphologyCode.LOWEST + code)) {
        group[code] = own;
      }
    }
    oncePerPerson[own] = row.get("scope").equals("person");
    Arrays.stream(row.get("absorbed_by").split(LIST_SEPARATOR))
        .filter(code -> !code.isEmpty())
        .forEach(code -> absorbs[place(code, codes)][own] = true);
  }

  private static int place(String code, List<String> codes) {
    int place = codes.indexOf(code);
    if (place < 0) {
      throw Refusal.operator(
          "codes/mp_histology, column 'absorbed_by'",
          "names a group that the edition does not have",
          "write codes of the first column of the same edition");
    }
    return place;
  }

  /** The group of a morphology. Groups of the table come first, in its order. */
  int of(String morphology) {
    return group[Math.max(MorphologyCode.number(morphology) - MorphologyCode.LOWEST, 0)];
  }

  /** Whether a person counts in this group once, wherever its tumours are. */
  boolean oncePerPerson(int group) {
    return oncePerPerson[group];
  }

  /** Whether tumours of the second group, being unspecified, go with one of the first. */
  boolean absorbs(int specific, int unspecified) {
    return specific < absorbs.length
        && unspecified < absorbs.length
        && absorbs[specific][unspecified];
  }
}
