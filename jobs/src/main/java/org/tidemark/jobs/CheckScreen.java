package org.tidemark.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tidemark.account.Accounting;
import org.tidemark.catalogue.Source;

/**
 * What a data manager would act on, a source at a time: what came in beside last time, what was
 * refused and why, which rules were broken with a record to look at, what its quality is beside
 * last time. Counts and places only: no value of a record.
 */
final class CheckScreen {
  /** How many lines of one kind are shown; the lists in the private folder have all. */
  private static final int MOST_REFUSALS = 5;

  private static final int MOST_RULES = 7;
  private static final int MOST_NAMES = 4;

  private static final String FINDING = "  %-9s %7s %9s %7s %9s  %s";
  private static final String REASON = "  %-9s %7s  %s";
  private static final String UNDER = " ".repeat(12);

  private final Accounting accounting;
  private final List<RuleOutcome> outcomes;
  private final List<Example> examples;
  private final QualityLines quality;
  private final Optional<LastTime> last;
  private final Consumer<String> out;

  /**
   * A screen.
   *
   * @param outcomes in the order in which they are shown
   * @param out takes the lines
   */
  CheckScreen(
      Accounting accounting,
      List<RuleOutcome> outcomes,
      List<Example> examples,
      QualityLines quality,
      Optional<LastTime> last,
      Consumer<String> out) {
    this.accounting = accounting;
    this.outcomes = outcomes;
    this.examples = examples;
    this.quality = quality;
    this.last = last;
    this.out = out;
  }

  /**
   * Shows one source.
   *
   * @param dropped columns of which nothing is read or kept
   * @param most the largest share of its records that may be refused
   */
  void show(Source source, List<String> dropped, double most) {
    String id = source.id();
    long in = accounting.total("ingest", id).recordsIn();
    long kept = accounting.total("check", id).accepted();
    line("%s (%s): %s%s", id, source.table(), counts(in, kept), before(id));
    if (in > kept) {
      line(
          "  %.1f %% were refused or left out; the programme allows %.1f %% to be refused",
          100.0 * (in - kept) / in, 100 * most);
    }
    if (!dropped.isEmpty()) {
      line("  dropped   %s: not read, not kept", String.join(", ", dropped));
    }
    reasons(id);
    findings(id);
    silent(id);
    quality.of(id).forEach(out);
    out.accept("");
  }

  private static String counts(long in, long kept) {
    return String.format(Locale.ROOT, "%d received, %d accepted, %d refused", in, kept, in - kept);
  }

  private String before(String source) {
    return last.flatMap(l -> l.received(source))
        .map(in -> "; last time " + counts(in, last.get().accepted(source).orElse(0L)))
        .orElse("");
  }

  private void reasons(String source) {
    List<Reason> reasons = Reason.of(accounting, source);
    if (!reasons.isEmpty()) {
      line(REASON, "stage", "records", "reason, and a record to look at");
    }
    for (Reason reason : reasons.subList(0, Math.min(MOST_REFUSALS, reasons.size()))) {
      line(
          REASON,
          reason.stage(),
          reason.records(),
          reason.rule() + place(source, reason.rule()).orElse(", " + reason.files()));
      under(meaning(source, reason.rule()));
    }
    more(reasons.size() - MOST_REFUSALS, "reasons", "quarantine.csv");
  }

  private void findings(String source) {
    List<String> refused = Reason.of(accounting, source).stream().map(Reason::rule).toList();
    List<RuleOutcome> found =
        outcomes.stream()
            .filter(o -> o.source().equals(source) && o.failed() + o.overridden() > 0)
            .filter(o -> !refused.contains(o.rule()))
            .toList();
    if (!found.isEmpty()) {
      line(
          FINDING,
          "finding",
          "failed",
          "reviewed",
          "passed",
          "not asked",
          "rule, and a record to look at");
    }
    for (RuleOutcome outcome : found.subList(0, Math.min(MOST_RULES, found.size()))) {
      line(
          FINDING,
          outcome.severity(),
          outcome.failed(),
          outcome.overridden(),
          outcome.others().map(o -> String.valueOf(o.passed())).orElse("-"),
          outcome.others().map(o -> String.valueOf(o.notApplicable())).orElse("-"),
          outcome.rule() + place(source, outcome.rule()).orElse(""));
      under(outcome.message());
    }
    more(found.size() - MOST_RULES, "rules", "worklist.csv");
  }

  /** A rule that was not asked is not a rule that was passed. */
  private void silent(String source) {
    List<String> rules =
        outcomes.stream()
            .filter(o -> o.source().equals(source) && o.nowhereApplicable())
            .map(RuleOutcome::rule)
            .sorted()
            .toList();
    if (!rules.isEmpty()) {
      line(
          "  %d rules say nothing of any record here: %s%s",
          rules.size(),
          rules.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")),
          rules.size() > MOST_NAMES ? " …" : "");
    }
  }

  private String meaning(String source, String rule) {
    return outcomes.stream()
        .filter(o -> o.source().equals(source) && o.rule().equals(rule))
        .map(RuleOutcome::message)
        .findFirst()
        .orElseGet(() -> Reason.meaning(rule));
  }

  private Optional<String> place(String source, String rule) {
    return examples.stream()
        .filter(e -> e.source().equals(source) && e.rule().equals(rule))
        .findFirst()
        .map(e -> ", as in " + e.file() + ", record " + e.record());
  }

  private void under(String said) {
    if (!said.isEmpty()) {
      out.accept(UNDER + said);
    }
  }

  private void more(int left, String what, String file) {
    if (left > 0) {
      line("  and %d more %s, see %s", left, what, file);
    }
  }

  private void line(String form, Object... cells) {
    out.accept(String.format(Locale.ROOT, form, cells));
  }
}
