package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How a source writes the stage at diagnosis, where it is to be condensed to 0 to 4.
 *
 * @param scheme {@code tnm}, {@code figo}, {@code ann-arbor}, {@code dukes}, {@code seer-summary},
 *     {@code essential-tnm}; empty where the text or the column of the scheme says it
 * @param unverified whether groupings count that {@code codes/stage_groups} and {@code stage_codes}
 *     mark as not verified; without, what follows from them alone is unknown
 */
public record StageForm(String scheme, boolean unverified) implements Serializable {
  /** Checks that nothing is absent. */
  public StageForm {
    requireNonNull(scheme, "scheme");
  }
}
