package org.tidemark.coding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rules that ask for a morphology, laid out so that those that may hold for one are at hand: a
 * table of hundreds of ranges is not read again for each of millions of tumours.
 */
final class RulesByMorphology<R> implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CODES = MorphologyCode.HIGHEST - MorphologyCode.LOWEST + 1;

  /** By morphology, then one place more for a tumour without. */
  private final ArrayList<List<R>> rules = new ArrayList<>(CODES + 1);

  private RulesByMorphology() {}

  /**
   * Lays rules out, each list in the order given.
   *
   * @param morphologies the morphologies of a rule
   */
  static <R> RulesByMorphology<R> of(List<R> all, Function<R, CodeRanges> morphologies) {
    RulesByMorphology<R> index = new RulesByMorphology<>();
    // Neighbouring codes mostly have the same rules: one list serves them all.
    Map<List<R>, List<R>> known = new HashMap<>();
    for (int code = MorphologyCode.LOWEST; code <= MorphologyCode.HIGHEST; code++) {
      int morphology = code;
      List<R> own =
          all.stream().filter(r -> morphologies.apply(r).containsNumber(morphology)).toList();
      index.rules.add(known.computeIfAbsent(own, List::copyOf));
    }
    index.rules.add(all.stream().filter(r -> morphologies.apply(r).any()).toList());
    return index;
  }

  /** The rules that may hold for a morphology; for null or no code, those that ask for none. */
  List<R> of(String morphology) {
    int number = MorphologyCode.number(morphology);
    return rules.get(number < 0 ? CODES : number - MorphologyCode.LOWEST);
  }
}
