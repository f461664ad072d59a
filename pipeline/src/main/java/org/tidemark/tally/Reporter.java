package org.tidemark.tally;

import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Whose figures a row belongs to: a site; where there is none an area, or a country as a whole.
 * What is known of its area and country holds where the site master says nothing of it.
 *
 * @param site the site, or null
 * @param area the area, or null
 * @param country the country, or null
 */
record Reporter(String site, String area, String country) {
  /** No site has this character in its name. */
  private static final String MARK = "\u0001";

  /** The reporter of a row; null where nobody is named. */
  static Reporter of(Row row) {
    Reporter reporter = new Reporter(row.getString(0), row.getString(1), row.getString(2));
    boolean nobody = reporter.site == null && reporter.area == null && reporter.country == null;
    return nobody ? null : reporter;
  }

  /** Under this name its facts meet. */
  String name() {
    return site != null ? site : MARK + or(area) + MARK + or(country);
  }

  /** Whether a name is that of a site. */
  static boolean isSite(String name) {
    return !name.startsWith(MARK);
  }

  /** Where it lies, as far as its own rows say. */
  Optional<SiteFact> place() {
    return area == null && country == null
        ? Optional.empty()
        : Optional.of(new SiteFact.Place("", area, country, null));
  }

  private static String or(String text) {
    return text == null ? "" : text;
  }
}
