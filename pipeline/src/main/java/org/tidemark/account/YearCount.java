package org.tidemark.account;

import java.io.Serializable;

/**
 * How many records of a source have a date in one year, refused ones included.
 *
 * @param source the source's id
 * @param field the date whose year it is
 * @param year as it was read, 0 to 9999
 * @param records how many
 * @param yearOnly those of which only the year is known
 */
public record YearCount(String source, String field, int year, long records, long yearOnly)
    implements Serializable {}
