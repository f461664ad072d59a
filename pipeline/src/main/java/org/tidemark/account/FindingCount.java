package org.tidemark.account;

import java.io.Serializable;

/**
 * How often a check failed.
 *
 * @param rule the check's id
 * @param source the source's id
 * @param file the file's name; empty where it no longer matters
 * @param area the area of the records; empty where they have none
 * @param period the year of the records; empty where they have none
 * @param count how many records
 */
public record FindingCount(
    String rule, String source, String file, String area, String period, long count)
    implements Serializable {}
