package org.tidemark.jobs;

import java.util.Map;

/** What the measures and methods of {@code survival} mean, in words and formula. */
final class SurvivalMeaning {
  private static final Map<String, String> MEASURES =
      Map.of(
          "observed", "share of the cases still alive, whatever the others died of",
          "cause_specific", "share that had not died of the cancer, other deaths ending follow-up",
          "relative", "observed survival over that of like persons of the general population",
          "net", "survival if the cancer were the only possible cause of death",
          "expected", "survival of like persons of the general population",
          "crude_cancer", "probability of having died of the cancer, other causes acting too",
          "crude_other", "probability of having died of another cause",
          "years_lost", "years of the time since diagnosis that deaths of the cancer took");

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry(
              "pohar-perme",
              "each case weighted by 1/S, S its expected survival; daily excess hazard = weighted"
                  + " deaths / weighted at risk - weighted population hazard"
                  + " (Pohar Perme 2012, doi:10.1111/j.1541-0420.2011.01640.x)"),
          Map.entry(
              "kaplan-meier",
              "product of 1 - deaths / at risk (Kaplan, Meier 1958,"
                  + " doi:10.1080/01621459.1958.10501452)"),
          Map.entry(
              "actuarial",
              "product of 1 - deaths / (at risk - withdrawn / 2) by interval (Cutler, Ederer 1958,"
                  + " doi:10.1016/0021-9681(58)90126-7)"),
          Map.entry("hazard", "exp of minus the sum of width x deaths / person-years by interval"),
          Map.entry(
              "ederer-1", "observed survival / mean expected survival of all cases (Ederer 1961)"),
          Map.entry(
              "ederer-2",
              "product of 1 - (deaths - expected deaths of those at risk) / at risk (Ederer 1959)"),
          Map.entry(
              "hakulinen",
              "observed / expected survival, each case counted for its potential follow-up"
                  + " (Hakulinen 1982, doi:10.2307/2529873)"),
          Map.entry(
              "cronin-feuer",
              "sum of survival before x (deaths - expected deaths) / at risk (Cronin, Feuer 2000)"),
          Map.entry(
              "aalen-johansen",
              "sum of survival before x deaths of the cause / at risk (Aalen, Johansen 1978)"),
          Map.entry("expected", "mean over the cases of exp(-cumulated hazard of the life table)"));

  private SurvivalMeaning() {}

  static String measure(String measure) {
    return MEASURES.getOrDefault(measure, "");
  }

  /** The formula of a method's base form; its name may say more behind it. */
  static String method(String method) {
    return METHODS.entrySet().stream()
        .filter(known -> method.startsWith(known.getKey()))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse("");
  }
}
