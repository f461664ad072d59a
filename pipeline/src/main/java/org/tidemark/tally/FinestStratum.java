package org.tidemark.tally;

import java.io.Serializable;

/**
 * What is tallied once, for all analyses that it is part of.
 *
 * @param slice number of the slice
 * @param key of {@link FollowUpStrata}
 */
record FinestStratum(int slice, String key) implements Serializable {}
