package org.tidemark.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.stats.Answer;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.PoharPerme;
import org.tidemark.stats.PoharPerme.Transform;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.SurvivalPoint;
import org.tidemark.stats.SurvivalTally;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;
import org.tidemark.tally.ReadyTallies;
import org.tidemark.tally.SiteFollowUp.SitePeriod;
import org.tidemark.tally.SiteSurvival;

/**
 * Net survival by site and period as figures that evaluations take as their outcome: the
 * denominator is the number of cases, the numerator the survival times that. Brought together,
 * figures of sites and periods are thus means weighted by cases. Beside them stand the variance of
 * the numerator, which adds up too, and the deaths, by which small numbers are hidden.
 *
 * <p>Fewer than {@link #LEAST_CASES} cases give no figure. It is not those at risk at the end that
 * are asked for, as in the table {@code survival}: sites where few survive would drop out for that
 * reason. Where everybody died before the time, the survival is 0.
 */
public final class SiteNetSurvival {
  /** Fewest cases of a site and period. */
  public static final long LEAST_CASES = 10;

  private static final int SCALE = 12;
  private static final int NO_LENGTH = -1;

  private SiteNetSurvival() {}

  /**
   * The figures, in the columns of {@code tally}'s rows of indicators.
   *
   * @param series the name that the figures go under
   * @param span month, quarter or year
   * @param periods the follow-up by site and period
   */
  public static Dataset<Row> rows(
      SparkSession spark,
      String series,
      String span,
      SiteSurvival outcome,
      JavaRDD<SitePeriod> periods) {
    JavaRDD<Row> rows =
        periods.flatMap(
            one ->
                tally(series, span, outcome.years(), one).stream()
                    .map(IndicatorTally::row)
                    .iterator());
    return spark.createDataFrame(rows, IndicatorTally.schema());
  }

  private static Optional<IndicatorTally> tally(
      String series, String span, int years, SitePeriod one) {
    SurvivalTally tally = one.part().tally();
    OptionalDouble survival =
        tally.cases() < LEAST_CASES ? OptionalDouble.empty() : at(tally, years);
    return survival.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new IndicatorTally(
                series,
                ReadyTallies.LEVEL,
                one.site(),
                span,
                one.period(),
                "",
                cells(tally, years, survival.getAsDouble()),
                Optional.empty()));
  }

  /** The survivors; the variance of their number where there is one; and the deaths. */
  private static List<Cell> cells(SurvivalTally tally, int years, double survival) {
    BigDecimal cases = exact(tally.cases());
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(0, NO_LENGTH, exact(survival).multiply(cases), cases));
    point(tally, years)
        .figure()
        .map(p -> Math.pow(tally.cases() * p.error(), 2))
        .filter(Double::isFinite)
        .ifPresent(v -> cells.add(new Cell(0, IndicatorTally.VARIANCE, exact(v), cases)));
    cells.add(new Cell(0, IndicatorTally.DEATHS, exact(tally.deaths()), cases));
    return cells.stream().map(SiteNetSurvival::rounded).toList();
  }

  private static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value);
  }

  private static Cell rounded(Cell cell) {
    return new Cell(
        cell.measure(),
        cell.length(),
        cell.numerator().setScale(SCALE, RoundingMode.HALF_EVEN),
        cell.denominator().setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  /** Net survival at a time; empty where the follow-up does not reach it. */
  static OptionalDouble at(SurvivalTally tally, int years) {
    Answer<SurvivalPoint> point = point(tally, years);
    if (point.figure().isPresent()) {
      return OptionalDouble.of(point.get().survival());
    }
    boolean gone =
        point.shortfall().filter(s -> s == Shortfall.NO_SURVIVORS).isPresent()
            || tally.deaths() == tally.cases();
    return gone ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  private static Answer<SurvivalPoint> point(SurvivalTally tally, int years) {
    return PoharPerme.estimate(tally, Transform.KAPLAN_MEIER).at(years, LimitScale.PLAIN);
  }
}
