package org.tidemark.check;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Check;
import org.tidemark.coding.CodeCombinations;

/** The shipped rule tables over codes, for tests that go through all of them. */
final class Grid {
  static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  static final List<String> TOPOGRAPHIES = CATALOGUE.codes().get("topography").codes();
  static final List<Integer> MORPHOLOGIES =
      CATALOGUE.codes().get("morphology").codes().stream().map(Integer::valueOf).toList();

  private final CodeCombinations tables;

  private Grid(CodeCombinations tables) {
    this.tables = tables;
  }

  /** The table of one check. */
  static Grid of(String check) {
    return new Grid(
        CodeCombinations.of(
            CATALOGUE.checks().stream()
                .filter(c -> c.id().equals(check) && !c.combinations().isEmpty())
                .collect(toMap(Check::id, Check::combinations, (a, b) -> a, LinkedHashMap::new))));
  }

  /** Whether a tumour fails; null stands for what is not known. */
  boolean fails(
      String topography,
      Object morphology,
      Object sex,
      Object age,
      Object behaviour,
      Object grade,
      Object basis) {
    return tables.broken(
            topography,
            text(morphology),
            text(sex),
            text(age),
            text(behaviour),
            text(grade),
            text(basis))
        != null;
  }

  /** Whether a code is in a list of codes and ranges, {@code 9650-9655 9659}. */
  static boolean in(int code, String ranges) {
    for (String range : ranges.split(" ")) {
      String[] ends = range.split("-");
      if (code >= Integer.parseInt(ends[0]) && code <= Integer.parseInt(ends[ends.length - 1])) {
        return true;
      }
    }
    return false;
  }

  static Map<String, Map<String, Boolean>> listedPairs() {
    Map<String, Map<String, Boolean>> pairs = new LinkedHashMap<>();
    CATALOGUE
        .codes()
        .get("morphology_behaviour")
        .rows()
        .forEach(
            row ->
                pairs
                    .computeIfAbsent(row.get("code"), c -> new LinkedHashMap<>())
                    .put(row.get("behaviour"), row.get("status").equals("listed")));
    return pairs;
  }

  private static String text(Object code) {
    return code == null ? null : code.toString();
  }
}
