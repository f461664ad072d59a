package org.tidemark.tally;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may have to be assumed, or be found, of a population on its way to five-year groups. */
public enum PopulationAssumption {
  /** Rows of all ages, of both sexes or of coarser groups: control totals, not added. */
  TOTAL("scope", ""),
  /** A control total is not the sum of its parts. */
  TOTAL_DISAGREES("query", "a total of the population is not the sum of its parts"),
  /** Parts of an age group that do not fill it. */
  PARTS_LEFT_OUT("scope", ""),
  /** A population of both sexes together, without one by sex. */
  BOTH_SEXES_ONLY("scope", ""),
  /** Groups wider than five years. */
  SPLIT("scope", "population split from wider age groups"),
  /** Between two counts, by the same number a year. */
  LINEAR("scope", "population between counts interpolated linearly"),
  /** Between two counts, by the same rate a year. */
  GEOMETRIC("scope", "population between counts interpolated geometrically"),
  /** Beyond the counts: the nearest. */
  HELD("scope", "population of the nearest count held"),
  /** Beyond the counts: their growth carried on. */
  TREND("scope", "population carried on from the last two counts");

  private static final String RULE = "POPULATION-";

  private final String severity;
  private final String note;

  PopulationAssumption(String severity, String note) {
    this.severity = severity;
    this.note = note;
  }

  /** What the notes of figures say of it; empty where it changes no figure. */
  String note() {
    return note;
  }

  /** Its bit in a set of them. */
  int bit() {
    return 1 << ordinal();
  }

  /** How often it was made in a year, for {@code finding}. */
  Assumed in(String source, String area, int year, long cells) {
    return new Assumed(RULE + name().replace('_', '-'), severity, source, area, year, cells);
  }

  /**
   * The words of a set, for the note of a figure; empty for none.
   *
   * @param bits the {@link #bit}s of the set
   */
  public static String notes(int bits) {
    List<String> notes =
        Stream.of(values())
            .filter(a -> (bits & a.bit()) != 0 && !a.note.isEmpty())
            .map(PopulationAssumption::note)
            .toList();
    return notes.stream().collect(Collectors.joining("; "));
  }
}
