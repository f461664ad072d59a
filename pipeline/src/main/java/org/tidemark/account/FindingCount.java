package org.tidemark.account;

import java.io.Serializable;

/**
 * How often a check failed.
 *
 * @param rule the check's id
 * @param source the source's id
 * @param area the area of the records; empty where they have none
 * @param period the year of the records; empty where they have none
 * @param count how many records
 */
public record FindingCount(String rule, String source, String area, String period, long count)
    implements Serializable {}
