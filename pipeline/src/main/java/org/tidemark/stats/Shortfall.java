package org.tidemark.stats;

/** Why a figure is not given. The sentence is for the note beside an INSUFFICIENT row. */
public enum Shortfall {
  /** The whole population table is empty. */
  NO_PERSON_YEARS("no person-years"),
  /** A group inside the age range has neither cases nor population: its rate is unknown. */
  AGE_GROUP_WITHOUT_PERSON_YEARS("an age group of the range has no person-years"),
  /** A group inside the age range has cases but no population to relate them to. */
  CASES_WITHOUT_PERSON_YEARS("an age group has cases but no person-years"),
  /** The population is open-ended below the end of the age range asked for. */
  OPEN_AGE_GROUP_IN_RANGE("the population is open-ended inside the age range"),
  /** Cases exist, all of unknown age: they cannot be spread over the age groups. */
  ONLY_UNKNOWN_AGES("every case is of unknown age"),
  /** The reference rates and person-years expect no event. */
  NOTHING_EXPECTED("no event is expected"),
  /** A logarithm or a ratio asks for at least one case. */
  NO_CASES("no cases"),
  /** A denominator of zero. */
  NO_OBSERVATIONS("no observations"),
  /** Fewer observations than the method needs. */
  TOO_FEW_OBSERVATIONS("too few observations for this method"),
  /** The limit lies outside what a sample of this size can bound. */
  LIMIT_NOT_REACHED("too few observations to bound the quantile"),
  /** The curve does not fall as low as the quantile. */
  QUANTILE_NOT_REACHED("follow-up ends before the quantile is reached"),
  /** All values are the same: a test statistic would divide by 0. */
  NO_VARIATION("all differences are the same"),
  /** The standard error is so large that a limit has no finite value. */
  TOO_UNCERTAIN("the limits are not finite"),
  /** Nobody was observed as long as the time asked for. */
  FOLLOW_UP_TOO_SHORT("nobody was followed that long"),
  /** Too few are left for the figure to be relied on. */
  TOO_FEW_AT_RISK("fewer than 10 at risk"),
  /** The time asked for lies beyond the last day of the tally. */
  BEYOND_HORIZON("the time lies beyond the tallied follow-up"),
  /** Everybody observed had died: the standard error has no value. */
  NO_SURVIVORS("nobody at risk survived"),
  /** A person's expected survival is too small, or a sum too large, for the fixed-point sums. */
  WEIGHT_NOT_REPRESENTABLE("expected survival is too small to weight by"),
  /** A case of the stratum has no row in the population rate table. */
  NO_POPULATION_HAZARD("a case has no population hazard"),
  /** A year between two others was not registered. */
  YEAR_MISSING("a year between the first and the last is missing"),
  /**
   * The cells of a model cannot tell its coefficients apart, or one of them has no finite value.
   */
  NOT_ESTIMABLE("the model cannot be estimated from these counts"),
  /** Of no death of the stratum a cause is known. */
  NO_CAUSE_OF_DEATH("no cause of death is known"),
  /** Treated or comparison units are too few for the method. */
  TOO_FEW_UNITS("too few treated or comparison units"),
  /** Periods before or after the start are too few for the method. */
  TOO_FEW_PERIODS("too few periods before or after the start"),
  /** Nothing is left to compare treated units with. */
  NO_COMPARISON("no unit is left for comparison"),
  /** The effect cannot be told apart from the other terms of the model. */
  NOT_IDENTIFIED("the effect cannot be told apart from units and periods"),
  /** An iterative fit did not settle. */
  NOT_CONVERGED("the fit does not settle"),
  /** One of the strata of an age-standardised figure is itself insufficient. */
  STRATUM_INSUFFICIENT("an age group has no estimate");

  private final String sentence;

  Shortfall(String sentence) {
    this.sentence = sentence;
  }

  /** The reason in words, without any value of the data. */
  public String sentence() {
    return sentence;
  }
}
