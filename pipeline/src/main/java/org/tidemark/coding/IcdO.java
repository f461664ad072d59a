package org.tidemark.coding;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Which codes an edition of the International Classification of Diseases for Oncology has, and
 * which pairs of morphology and behaviour it lists.
 *
 * <p>Sources: the list of ICD-O-3.2 of June 2022 as CanReg5 carries it ({@code codes/morphology},
 * {@code codes/morphology_behaviour}), and the edition in which later codes came ({@code
 * codes/morphology_added}). The codes of ICD-O-3.2 are known in full; of ICD-O-3.1 those that the
 * rules for multiple primaries added. A code that an earlier edition had and 3.2 dropped is in none
 * of the tables.
 */
public final class IcdO implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BEHAVIOURS = 10;

  private final BitSet topographies = new BitSet();
  private final BitSet morphologies = new BitSet();
  private final BitSet listed = new BitSet();

  private IcdO() {}

  /** How an edition takes a pair of morphology and behaviour. */
  public enum Pair {
    /** The edition lists it. */
    LISTED,
    /** The edition has the morphology, with another behaviour: possible, to be verified. */
    RARE,
    /** The edition does not have the morphology. */
    UNKNOWN
  }

  /**
   * Compiles the tables for one edition.
   *
   * @param tables the rows of {@code codes/topography}, {@code morphology}, {@code
   *     morphology_behaviour} and {@code morphology_added} under those names
   * @param edition {@code ICD-O-3}, {@code ICD-O-3.1} or {@code ICD-O-3.2}
   */
  public static IcdO of(Map<String, List<Map<String, String>>> tables, String edition) {
    IcdO icdO = new IcdO();
    tables
        .get("topography")
        .forEach(row -> icdO.topographies.set(TopographyCode.number(row.get("code"))));
    tables.get("morphology").forEach(row -> icdO.morphologies.set(number(row)));
    tables.get("morphology_added").stream()
        .filter(row -> row.get("edition").compareTo(edition) > 0)
        .forEach(row -> icdO.morphologies.clear(number(row)));
    tables.get("morphology_behaviour").stream()
        .filter(row -> row.get("status").equals("listed"))
        .forEach(row -> icdO.listed.set(pair(number(row), row.get("behaviour"))));
    return icdO;
  }

  /** Whether the edition has a topography in canonical form. */
  public boolean hasTopography(String topography) {
    int number = TopographyCode.number(topography);
    return number >= 0 && topographies.get(number);
  }

  /** Whether the edition has a four-digit morphology. */
  public boolean hasMorphology(String morphology) {
    int number = MorphologyCode.number(morphology);
    return number >= 0 && morphologies.get(number);
  }

  /** How the edition takes a pair of four-digit morphology and behaviour. */
  public Pair pair(String morphology, String behaviour) {
    if (!hasMorphology(morphology)) {
      return Pair.UNKNOWN;
    }
    int pair = pair(MorphologyCode.number(morphology), behaviour);
    return pair >= 0 && listed.get(pair) ? Pair.LISTED : Pair.RARE;
  }

  private static int number(Map<String, String> row) {
    return MorphologyCode.number(row.get("code"));
  }

  private static int pair(int morphology, String behaviour) {
    boolean digit = behaviour != null && behaviour.length() == 1;
    int value = digit ? Character.digit(behaviour.charAt(0), BEHAVIOURS) : -1;
    return value < 0 ? -1 : morphology * BEHAVIOURS + value;
  }
}
