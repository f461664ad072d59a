package org.tidemark.evaluate;

/**
 * What part a site has in the programme.
 *
 * @param start the period in which its treatment started; empty where it did not
 * @param exit the period in which the programme left it; empty where it did not
 * @param comparison whether the site serves for comparison, and so is never treated
 * @param area its area; empty where it is not asked for or not known
 * @param country its country, likewise
 */
record SitePart(String start, String exit, boolean comparison, String area, String country) {
  /** Of a site whose place is not asked for. */
  SitePart(String start, String exit, boolean comparison) {
    this(start, exit, comparison, "", "");
  }

  /** A site still there, for which leaving takes the place of the start. */
  SitePart leaving() {
    return new SitePart(exit, "", false, area, country);
  }

  /** Its area or country; empty where it has none. */
  String place(String level) {
    return level.equals("area") ? area : country;
  }

  boolean treated() {
    return !start.isEmpty() && !comparison;
  }
}
