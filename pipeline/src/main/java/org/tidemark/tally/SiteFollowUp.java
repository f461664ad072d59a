package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.SurvivalDesign;

/**
 * The follow-up of the tumours that name a site, by site and period of diagnosis. A site sees few
 * patients a period, so the persons are sent ({@link Gathering}), and each tally is read before the
 * next is made.
 */
public final class SiteFollowUp {
  private static final String QUARTER =
      "concat(substring(incidence_date, 1, 4), 'Q',"
          + " CAST((CAST(substring(incidence_date, 6, 2) AS INT) + 2) DIV 3 AS STRING))";

  private SiteFollowUp() {}

  /**
   * The tally of one site and period.
   *
   * @param site the site
   * @param period of diagnosis
   * @param part who was followed, and for how long
   */
  public record SitePeriod(String site, String period, SurvivalPart part) {}

  /**
   * The tallies of one outcome, of periods that ended so long before the cut-off that everybody
   * could be followed: later ones would tell of their first patients only.
   *
   * @param cases {@code derive}'s cases
   * @param span month, quarter or year
   * @param asOf the data cut-off
   */
  public static JavaRDD<SitePeriod> of(
      Dataset<Row> cases,
      LifeTables lifeTables,
      SiteSurvival outcome,
      String span,
      LocalDate asOf) {
    Dataset<Row> own = cases.where(col("site_id").isNotNull().and(dated(span)));
    Dataset<Row> asked =
        outcome.cancer().isEmpty()
            ? own
            : own.where(
                expr(
                    "exists(groups, g -> g.grouping = '%s' AND g.cancer = '%s')"
                        .formatted(quoted(outcome.grouping()), quoted(outcome.cancer()))));
    Analyses.Survival analysis = analysis(outcome);
    Dataset<Row> persons =
        FollowUpStrata.persons(
            asked,
            concat_ws(FollowUpStrata.SEPARATOR, col("site_id"), period(span)),
            analysis,
            lifeTables);
    LifeTableCover.require(
        persons.where(col(FollowUpStrata.EXCLUSION).isNull()), lifeTables, outcome.days());
    int closing = Math.toIntExact(asOf.toEpochDay());
    Gathering gathering =
        new Gathering(
            SurvivalSlice.of(List.of(analysis), closing),
            outcome.days(),
            closing,
            Gathering.sent(lifeTables, cases));
    return gathering
        .byStratum(persons.queryExecution().toRdd().toJavaRDD())
        .map(share -> told(share._1().key(), gathering.part(share._2())))
        .filter(one -> over(one.period(), outcome.days(), asOf));
  }

  private static SitePeriod told(String key, SurvivalPart part) {
    String[] sitePeriod = key.split(FollowUpStrata.SEPARATOR, -1);
    return new SitePeriod(sitePeriod[0], sitePeriod[1], part);
  }

  private static Analyses.Survival analysis(SiteSurvival outcome) {
    return new Analyses.Survival(
        List.of(),
        outcome.grouping(),
        "pohar-perme",
        "kaplan-meier",
        List.of(outcome.years()),
        "complete",
        "",
        List.of("log"),
        SurvivalDesign.PLAIN);
  }

  private static boolean over(String period, int days, LocalDate asOf) {
    List<String> months = IndicatorPeriods.monthsOf(period);
    LocalDate last = YearMonth.parse(months.get(months.size() - 1)).atEndOfMonth();
    return !last.plusDays(days).isAfter(asOf);
  }

  /** Of a date without its month no shorter period is known. */
  private static Column dated(String span) {
    return expr("length(incidence_date) >= " + (span.equals("year") ? 4 : 7));
  }

  private static Column period(String span) {
    return switch (span) {
      case "month" -> expr("replace(substring(incidence_date, 1, 7), '-', '')");
      case "quarter" -> expr(QUARTER);
      default -> expr("substring(incidence_date, 1, 4)");
    };
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> c == '\'' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
