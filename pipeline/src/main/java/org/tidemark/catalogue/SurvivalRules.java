package org.tidemark.catalogue;

import java.util.List;

/** Holds the keys of a survival analysis to one another. */
final class SurvivalRules {
  private static final List<String> DAILY_ONLY =
      List.of("ederer-1", "hakulinen", "cronin-feuer", "aalen-johansen", "expected");
  private static final List<String> CUMULATIVE =
      List.of("cronin-feuer", "aalen-johansen", "expected");

  private SurvivalRules() {}

  static void require(Entry one) {
    String method = one.text("method", "pohar-perme");
    String approach = one.text("approach", "complete");
    SurvivalDesign design = SurvivalDesign.of(one);
    boolean windowed = approach.equals("period") || approach.equals("hybrid");
    if (windowed == design.window().all()) {
      throw one.refusal(
          windowed
              ? "the approach '%s' needs a window".formatted(approach)
              : "the approach '%s' has no window".formatted(approach),
          windowed ? "add 'window: {from: 2018, to: 2022}'" : "take the window out, or say period");
    }
    if (approach.equals("hybrid") && design.diagnosed().all()) {
      throw one.refusal(
          "the approach 'hybrid' needs the first year of diagnosis that is followed from diagnosis",
          "add 'diagnosed: {from: 2018}'");
    }
    requireOrder(one, design.window());
    requireOrder(one, design.diagnosed());
    if (design.byIntervals() && DAILY_ONLY.contains(method)) {
      throw one.refusal(
          "the method '%s' is estimated by days".formatted(method), "take 'breaks' out");
    }
    if (windowed && DAILY_ONLY.contains(method) && !method.equals("aalen-johansen")) {
      throw one.refusal(
          "the method '%s' follows everybody from diagnosis".formatted(method),
          "choose pohar-perme or ederer-2 for the approach '%s'".formatted(approach));
    }
    if (design.weights().equals("individual")
        && (!method.equals("pohar-perme") || !one.has("age_standard") || design.byIntervals())) {
      throw one.refusal(
          "individual weights need an age_standard, and pohar-perme by days",
          "add age_standard, or take 'weights' out");
    }
    requireComparison(one, method, design);
    if (!design.given().isEmpty() && (CUMULATIVE.contains(method) || one.has("age_standard"))) {
      throw one.refusal(
          "conditional survival is of survival that is not age-standardised",
          "take 'given' or 'age_standard' out");
    }
  }

  /** A comparison is of net survival by days, by dimensions that the analysis is made by. */
  private static void requireComparison(Entry one, String method, SurvivalDesign design) {
    if (design.compare().isEmpty() && design.within().isEmpty()) {
      return;
    }
    List<String> by = one.texts("by");
    if (!by.contains(design.compare())
        || !by.containsAll(design.within())
        || design.within().contains(design.compare())) {
      throw one.refusal(
          "what is compared, and within what, must be among 'by', each once",
          "write e.g. 'by: [cancer, sex, age_group], compare: sex, within: [age_group]'");
    }
    if (!method.equals("pohar-perme") || design.byIntervals() || one.has("age_standard")) {
      throw one.refusal(
          "groups are compared by net survival by days, without an age standard",
          "choose pohar-perme and compare within age_group, or take 'compare' out");
    }
  }

  private static void requireOrder(Entry one, SurvivalDesign.Years years) {
    if (years.from() > years.to()) {
      throw one.refusal("years that end before they begin", "exchange from and to");
    }
  }
}
