package org.tidemark.publish.page;

import java.util.Comparator;
import java.util.List;
import org.tidemark.model.Status;

/** The published net survival that the page speaks of. */
final class SurvivalRows {
  /** The most cancers that are named one by one. */
  private static final int NAMED = 3;

  private static final String[] STRATA = {"site_id", "sex", "age_group", "stage", "deprivation"};

  private SurvivalRows() {}

  /** Net survival of all cases of the group with most of them, all published horizons. */
  static Rows overall(Reading reading) {
    Rows net = net(reading);
    for (String stratum : STRATA) {
      net = net.where(stratum, "");
    }
    Rows all = net.where("age_standard", "");
    return all.shown().top("cases").map(row -> sameGroup(all, row)).orElse(all);
  }

  /** Net survival of every stratum and standard, in one interval. */
  static Rows net(Reading reading) {
    return reading
        .table("survival")
        .where("measure", "net")
        .prefer("approach", "complete", "cohort")
        .prefer("interval", "log", "log-log", "plain");
  }

  static Rows at(Rows rows, double years) {
    return rows.filter(row -> row.number("years") == years);
  }

  /**
   * Whose survival it is: cancer and area. A row of all cancers bears the name of those that were
   * registered, if they are few; else it is of all who were followed.
   */
  static String who(Reading reading, Row row) {
    String cancer =
        row.has("cancer") ? reading.names().of(row, "cancer") : registered(reading, row);
    return row.has("area") ? cancer + ", " + reading.names().of(row, "area") : cancer;
  }

  /** The cancers of which the row's area registered any case; everyone, if many or not known. */
  private static String registered(Reading reading, Row row) {
    Rows counts = reading.table("incidence").where("measure", "cases");
    Rows own = row.has("area") ? counts.where("area", row.text("area")) : counts;
    List<String> names =
        own
            .filter(r -> r.status() == Status.SUPPRESSED || r.number("value") > 0)
            .where("cancer", cancer -> !reading.names().isTotal(cancer))
            .distinct("cancer")
            .stream()
            .map(cancer -> reading.names().of("cancer", cancer))
            .toList();
    return names.isEmpty() || names.size() > NAMED
        ? reading.say("survival.everyone")
        : Wording.list(names.stream().map(Wording::inSentence).toList());
  }

  static Comparator<Row> byYears() {
    return Comparator.comparingDouble((Row row) -> row.number("years"))
        .thenComparing(Comparator.naturalOrder());
  }

  /** Net survival of the same group as the rows, whatever the stratum or standard. */
  static Rows like(Reading reading, Rows overall) {
    Rows net = net(reading).where("site_id", "");
    return overall.shown().top("cases").map(row -> sameGroup(net, row)).orElse(overall);
  }

  private static Rows sameGroup(Rows rows, Row row) {
    return rows.where("area", row.text("area"))
        .where("cancer", row.text("cancer"))
        .where("period", row.text("period"))
        .where("method", row.text("method"));
  }
}
