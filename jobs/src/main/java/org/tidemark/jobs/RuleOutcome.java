package org.tidemark.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one rule came out over the records of one source that reached the checks: failed + overridden
 * + passed + not applicable is all of them.
 *
 * @param source the source's id
 * @param rule the rule
 * @param severity what a failure means
 * @param message one sentence for the registrar; may be empty where the rule is no declared check
 * @param failed records that broke it
 * @param overridden records that broke it, were reviewed and found correct
 * @param others records that passed, and those of which it says nothing; empty for what only the
 *     source as a whole gives away
 */
record RuleOutcome(
    String source,
    String rule,
    String severity,
    String message,
    long failed,
    long overridden,
    Optional<Others> others) {
  private static final List<String> URGENCY = List.of("invalid", "missing", "query", "rare");

  /**
   * The records that did not break a rule.
   *
   * @param passed they are as they should be
   * @param notApplicable it says nothing of them
   */
  record Others(long passed, long notApplicable) {}

  /** The most urgent and the most frequent first. */
  static final Comparator<RuleOutcome> ORDER =
      Comparator.comparingInt(
              (RuleOutcome o) -> Math.floorMod(URGENCY.indexOf(o.severity), URGENCY.size() + 1))
          .thenComparing(Comparator.comparingLong(RuleOutcome::failed).reversed())
          .thenComparing(RuleOutcome::rule);

  /** Whether it says nothing of any record of the source. */
  boolean nowhereApplicable() {
    return failed + overridden == 0
        && others.filter(o -> o.passed == 0 && o.notApplicable > 0).isPresent();
  }
}
