package org.tidemark.evaluate;

/**
 * What part a site has in the programme.
 *
 * @param start the period in which its treatment started; empty where it did not
 * @param exit the period in which the programme left it; empty where it did not
 * @param comparison whether the site serves for comparison, and so is never treated
 */
record SitePart(String start, String exit, boolean comparison) {
  boolean treated() {
    return !start.isEmpty() && !comparison;
  }
}
