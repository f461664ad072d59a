package org.tidemark.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Target;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;

/** Net survival of a hundred cases by site in one year, and questions about it, without Spark. */
final class SurvivalSites {
  private static final BigDecimal CASES = BigDecimal.valueOf(100);

  private final IndicatorTerms terms;
  private final SiteCollection sites;

  private SurvivalSites(IndicatorTerms terms) {
    this.terms = terms;
    this.sites = SiteCollection.of(terms);
  }

  static SurvivalSites withTarget(Target... targets) {
    Measure measure = new Measure("net_survival", Kind.RATIO, "", "0", "1", 100, false, 0);
    return new SurvivalSites(
        new IndicatorTerms(
            "OUT-11", "%", List.of(measure), Direction.UP, List.of(targets), List.of()));
  }

  /** A survival to reach, in per cent. */
  static Target target(double percent) {
    return new Target(percent, "net_survival", "invented", true);
  }

  /** A site; an error of 0 where none is known. */
  SurvivalSites and(String site, double survival, double error, int deaths) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(0, -1, BigDecimal.valueOf(survival).multiply(CASES), CASES));
    if (error > 0) {
      BigDecimal square = BigDecimal.valueOf(error * error).multiply(CASES).multiply(CASES);
      cells.add(new Cell(0, IndicatorTally.VARIANCE, square, CASES));
    }
    cells.add(new Cell(0, IndicatorTally.DEATHS, BigDecimal.valueOf(deaths), CASES));
    sites.add(
        new IndicatorTally("OUT-11", "ready", site, "year", "2019", "", cells, Optional.empty()),
        new SitePart("2016", "", false));
    return this;
  }

  SitePanel panel() {
    return sites.panel("year");
  }

  Question question(String method) {
    return new Question(
        new Analyses.Evaluation("OUT-11", method, Map.of("years", "1", "stratum", "sex")),
        terms,
        new Programme.Design("INTENSIVE", "year"));
  }
}
