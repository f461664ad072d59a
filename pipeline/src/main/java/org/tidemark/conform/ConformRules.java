package org.tidemark.conform;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.catalogue.CodeTable;
import org.tidemark.catalogue.CorrectionList;
import org.tidemark.model.PseudonymKey;

/**
 * What conforming needs to know besides a table and a mapping.
 *
 * @param source the source's id, under which is noted what happened
 * @param space the space of person ids that registries share; empty where each has its own
 * @param codes code lists and rule tables by name
 * @param key under which ids become pseudonyms
 * @param corrections what its registrars corrected
 * @param notes takes what happened
 */
public record ConformRules(
    String source,
    String space,
    Map<String, CodeTable> codes,
    PseudonymKey key,
    Optional<CorrectionList> corrections,
    NoteTaker notes) {
  /** No corrections, no code tables for stages from text, and the key that everybody knows. */
  public static final ConformRules NONE =
      new ConformRules(
          "", "", Map.of(), PseudonymKey.DEMONSTRATION, Optional.empty(), NoteTaker.NONE);

  /** Checks that nothing is absent and copies the tables, in the order of their names. */
  public ConformRules {
    requireNonNull(source, "source");
    requireNonNull(space, "space");
    codes = new TreeMap<>(codes);
    requireNonNull(key, "key");
    requireNonNull(corrections, "corrections");
    requireNonNull(notes, "notes");
  }

  /** The same with these code tables. */
  ConformRules with(Map<String, CodeTable> tables) {
    return new ConformRules(source, space, tables, key, corrections, notes);
  }
}
