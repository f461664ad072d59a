package org.tidemark.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.stats.Answer;
import org.tidemark.stats.DifferenceOfProportions;
import org.tidemark.stats.Interval;
import org.tidemark.stats.PairedDifferences;
import org.tidemark.stats.Proportion;
import org.tidemark.stats.RateRatio;

/**
 * How much an indicator changed between two sides.
 *
 * @param value the change; empty where it cannot be told
 * @param limits its limits, if any
 * @param error its standard error, if any
 * @param p of a test of no change, if any
 * @param neutral the value of no change
 * @param tests what other tests of the same question say, in words
 * @param shortfall why there is no value, or empty
 */
record ChangeEstimate(
    Optional<Double> value,
    Optional<Interval> limits,
    Optional<Double> error,
    Optional<Double> p,
    double neutral,
    String tests,
    String shortfall) {

  /** Why there is no estimate. */
  static ChangeEstimate missing(String why) {
    return new ChangeEstimate(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, "", why);
  }

  /** Whether the change of a measure is told as a ratio rather than a difference. */
  static boolean isRatio(Measure measure) {
    return measure.kind() == Kind.RATE && !measure.snapshot();
  }

  /** Whether a change of the measure's sums means anything: not that of times or of keys. */
  static boolean serves(Measure measure) {
    return measure.kind() == Kind.MEAN || SitePanel.addsUp(measure);
  }

  /** The change of the sums over all sites. */
  static ChangeEstimate pooled(Measure measure, List<SiteChange> sites) {
    SiteSide before = sites.stream().map(SiteChange::before).reduce(SiteSide.NONE, SiteSide::plus);
    SiteSide after = sites.stream().map(SiteChange::after).reduce(SiteSide.NONE, SiteSide::plus);
    if (!before.tells() || !after.tells()) {
      return missing("nothing was counted on one side of the start");
    }
    boolean counts = isWhole(before.numerator()) && isWhole(after.numerator());
    if (isRatio(measure)) {
      return counts ? rates(before, after) : missing("a rate of events needs whole numerators");
    }
    return measure.kind() == Kind.SHARE && counts && before.isPart() && after.isPart()
        ? shares(measure, before, after)
        : given(measure.per() * (after.share() - before.share()), Optional.empty(), 0);
  }

  private static boolean isWhole(BigDecimal sum) {
    return sum.signum() == 0 || sum.stripTrailingZeros().scale() <= 0;
  }

  /** The mean change of the sites, each of the same weight. */
  static ChangeEstimate paired(Measure measure, List<SiteChange> sites) {
    List<SiteChange> told = sites.stream().filter(SiteChange::paired).toList();
    double[] before = told.stream().mapToDouble(s -> measure.per() * s.before().share()).toArray();
    double[] after = told.stream().mapToDouble(s -> measure.per() * s.after().share()).toArray();
    Answer<PairedDifferences> answer = PairedDifferences.of(before, after);
    if (answer.shortfall().isPresent()) {
      return missing(
          "fewer than " + PairedDifferences.LEAST_PAIRS + " sites with a figure on both sides");
    }
    PairedDifferences paired = answer.get();
    return new ChangeEstimate(
        Optional.of(paired.mean().mean()),
        Optional.of(paired.mean().limits()),
        Optional.of(paired.mean().error()),
        Optional.of(paired.signP()),
        0,
        tests(paired),
        "");
  }

  private static String tests(PairedDifferences paired) {
    List<String> tests = new ArrayList<>();
    paired.studentP().figure().ifPresent(p -> tests.add("t: " + EffectRows.p(p)));
    paired.ranks().figure().ifPresent(r -> tests.add("signed ranks: " + EffectRows.p(r.p())));
    return String.join("; ", tests);
  }

  private static ChangeEstimate shares(Measure measure, SiteSide before, SiteSide after) {
    DifferenceOfProportions difference =
        DifferenceOfProportions.of(proportion(after), proportion(before));
    return given(
        measure.per() * difference.difference(),
        Optional.of(difference.limits().scaled(measure.per())),
        0);
  }

  private static ChangeEstimate rates(SiteSide before, SiteSide after) {
    Answer<RateRatio> ratio =
        RateRatio.of(
            whole(after.numerator()),
            after.denominator().doubleValue(),
            whole(before.numerator()),
            before.denominator().doubleValue());
    return ratio.shortfall().isPresent()
        ? missing(ratio.shortfall().get().sentence())
        : given(ratio.get().ratio(), Optional.of(ratio.get().exact()), 1);
  }

  private static ChangeEstimate given(double value, Optional<Interval> limits, double neutral) {
    return new ChangeEstimate(
        Optional.of(value), limits, Optional.empty(), Optional.empty(), neutral, "", "");
  }

  private static Proportion proportion(SiteSide side) {
    return Proportion.of(whole(side.numerator()), whole(side.denominator())).get();
  }

  private static long whole(BigDecimal sum) {
    return sum.stripTrailingZeros().longValueExact();
  }
}
