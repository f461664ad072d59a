package org.tidemark.ingest;

/**
 * One value of DHIS2.
 *
 * @param number its place among the values of the file, from 1
 * @param element the data element
 * @param period the period as sent
 * @param unit the organisation unit
 * @param options the category option combination; empty for the default one
 * @param attributes the attribute option combination; empty for the default one
 * @param value the value as text
 * @param deleted whether it is word that the value was deleted
 */
record Dhis2Value(
    long number,
    String element,
    String period,
    String unit,
    String options,
    String attributes,
    String value,
    boolean deleted) {

  /** The value as it may be kept: DHIS2's own columns of text, separated by commas. */
  String text() {
    String combination = attributes.isEmpty() ? options : options + "," + attributes;
    return String.join(",", element, period, unit, combination, value, deleted ? "deleted" : "");
  }
}
