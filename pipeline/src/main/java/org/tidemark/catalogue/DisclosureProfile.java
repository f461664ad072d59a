package org.tidemark.catalogue;

import java.io.Serializable;

/**
 * What an audience may see.
 *
 * @param name the audience
 * @param threshold counts from 1 to below it are hidden; 0 hides nothing
 * @param denominatorMinimum rates over a smaller denominator are hidden
 * @param lowReliabilityBelow counts below it are shown and marked
 */
public record DisclosureProfile(
    String name, int threshold, int denominatorMinimum, int lowReliabilityBelow)
    implements Serializable {}
