package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Stage at diagnosis, condensed: what is told apart in all schemes.
 *
 * @param code 0 to 4, or 9 where it is said to be unknown or does not follow from what is said
 * @param substage what follows the numeral ({@code B} of IIIB, {@code C1} of IIIC1), or empty
 * @param scheme {@code tnm}, {@code figo}, {@code ann-arbor}, {@code dukes}, {@code seer-summary},
 *     {@code essential-tnm}; empty where nothing says it
 */
public record Stage(String code, String substage, String scheme) implements Serializable {
  /** The code of an unknown stage. */
  public static final String UNKNOWN = "9";

  /** Checks that nothing is absent. */
  public Stage {
    requireNonNull(code, "code");
    requireNonNull(substage, "substage");
    requireNonNull(scheme, "scheme");
  }
}
