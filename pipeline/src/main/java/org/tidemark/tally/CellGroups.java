package org.tidemark.tally;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.derive.Classification;

/** The groups of tumours, numbered; each distinct tumour is classified once. */
final class CellGroups {
  private static final int OLDEST = 200;
  private static final int NO_BAND = -1;

  private final Classification classification;
  private final boolean converts;
  private final Codes topographies;
  private final Codes morphologies;
  private final Codes behaviours;
  private final Codes sexCodes;
  private final int[] bands = new int[OLDEST];
  private final Pairs sites = Pairs.none();
  private final Pairs tumours = Pairs.none();
  private final Pairs sexes = Pairs.none();
  private final Pairs ages = Pairs.none();
  private final List<Integer> setOfTumour = new ArrayList<>();
  private final List<List<Integer>> sets = new ArrayList<>();
  private final List<Classification.Group> groups = new ArrayList<>();

  CellGroups(
      Classification classification,
      Codes topographies,
      Codes morphologies,
      Codes behaviours,
      Codes sexCodes) {
    this.classification = classification;
    this.converts = classification.converts();
    this.topographies = topographies;
    this.morphologies = morphologies;
    this.behaviours = behaviours;
    this.sexCodes = sexCodes;
    for (int age = 0; age < OLDEST; age++) {
      Integer band = classification.band(age);
      bands[age] = band == null ? NO_BAND : band;
    }
  }

  /** The age as far as groups tell ages apart; -1 where they do not. */
  int band(int age) {
    return age < 0 || age >= OLDEST ? NO_BAND : bands[age];
  }

  /** The number of a topography and morphology. */
  int site(int topography, int morphology) {
    return sites.of(topography, morphology);
  }

  /** The number of the set of groups that a tumour stands in. */
  int of(int site, int behaviour, int sex, int band) {
    // Only the conversion to ICD-10 asks for the sex.
    int tumour = ages.of(sexes.of(tumours.of(site, behaviour), converts ? sex : 0), band);
    if (tumour == setOfTumour.size()) {
      setOfTumour.add(set(site, behaviour, sex, band));
    }
    return setOfTumour.get(tumour);
  }

  /** The groups of a set, by number. */
  List<Integer> members(int set) {
    return sets.get(set);
  }

  /** A numbered group. */
  Classification.Group group(int number) {
    return groups.get(number);
  }

  private int set(int site, int behaviour, int sex, int band) {
    List<Integer> members =
        classification
            .of(
                topographies.string(sites.first(site)),
                morphologies.string(sites.second(site)),
                behaviours.string(behaviour),
                sexCodes.string(sex),
                band == NO_BAND ? null : band)
            .stream()
            .map(group -> number(groups, group))
            .toList();
    return number(sets, members);
  }

  /** There are as many as rows of the groupings: few. */
  private static <T> int number(List<T> known, T one) {
    int at = known.indexOf(one);
    if (at >= 0) {
      return at;
    }
    known.add(one);
    return known.size() - 1;
  }
}
