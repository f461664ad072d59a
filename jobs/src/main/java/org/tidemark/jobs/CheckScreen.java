package org.tidemark.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final int[] REASON = {9, 7};
  private static final int[] FINDING = {9, 7, 9, 7, 9};
  private static final String[] HEADINGS = {"finding", "failed", "reviewed", "passed", "not-asked"};
  private static final String UNDER = " ".repeat(12);

  private final Accounting accounting;
  private final List<RuleOutcome> outcomes;
  private final List<Example> examples;
  private final QualityLines quality;
  private final Optional<LastTime> last;
  private final CheckWords words;
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
      CheckWords words,
      Consumer<String> out) {
    this.accounting = accounting;
    this.outcomes = outcomes;
    this.examples = examples;
    this.quality = quality;
    this.last = last;
    this.words = words;
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
      line("  %s", words.say("share", 100.0 * (in - kept) / in, 100 * most));
    }
    if (!dropped.isEmpty()) {
      line("  %s", words.say("dropped", String.join(", ", dropped)));
    }
    reasons(id);
    findings(id);
    silent(id);
    quality.of(id).forEach(out);
    out.accept("");
  }

  private String counts(long in, long kept) {
    return words.say("counts", in, kept, in - kept);
  }

  private String before(String source) {
    return last.flatMap(l -> l.received(source))
        .map(in -> words.say("before", counts(in, last.get().accepted(source).orElse(0L))))
        .orElse("");
  }

  private void reasons(String source) {
    List<Reason> reasons = Reason.of(accounting, source);
    String form = form(REASON, "stage", "records");
    if (!reasons.isEmpty()) {
      line(form, words.say("stage"), words.say("records"), words.say("reason"));
    }
    for (Reason reason : reasons.subList(0, Math.min(MOST_REFUSALS, reasons.size()))) {
      line(
          form,
          reason.stage(),
          reason.records(),
          reason.rule() + place(source, reason.rule()).orElseGet(() -> ", " + files(reason)));
      under(meaning(source, reason.rule()));
    }
    more(reasons.size() - MOST_REFUSALS, "more-reasons", "quarantine.csv");
  }

  private void findings(String source) {
    List<String> refused = Reason.of(accounting, source).stream().map(Reason::rule).toList();
    List<RuleOutcome> found =
        outcomes.stream()
            .filter(o -> o.source().equals(source) && o.failed() + o.overridden() > 0)
            .filter(o -> !refused.contains(o.rule()))
            .toList();
    String form = form(FINDING, HEADINGS);
    if (!found.isEmpty()) {
      Object[] headings =
          Stream.concat(Stream.of(HEADINGS), Stream.of("rule")).map(words::say).toArray();
      line(form, headings);
    }
    for (RuleOutcome outcome : found.subList(0, Math.min(MOST_RULES, found.size()))) {
      line(
          form,
          words.sayOr(outcome.severity(), "severity." + outcome.severity()),
          outcome.failed(),
          outcome.overridden(),
          outcome.others().map(o -> String.valueOf(o.passed())).orElse("-"),
          outcome.others().map(o -> String.valueOf(o.notApplicable())).orElse("-"),
          outcome.rule() + place(source, outcome.rule()).orElse(""));
      under(outcome.message());
    }
    more(found.size() - MOST_RULES, "more-rules", "worklist.csv");
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
      String named = rules.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
      String others = rules.size() > MOST_NAMES ? " …" : "";
      line("  %s", words.say("silent", rules.size(), named, others));
    }
  }

  private String meaning(String source, String rule) {
    return outcomes.stream()
        .filter(o -> o.source().equals(source) && o.rule().equals(rule))
        .map(RuleOutcome::message)
        .findFirst()
        .orElseGet(() -> words.ofRefusal(rule));
  }

  private Optional<String> place(String source, String rule) {
    return examples.stream()
        .filter(e -> e.source().equals(source) && e.rule().equals(rule))
        .findFirst()
        .map(e -> words.say("place", e.file(), e.record()));
  }

  private void under(String said) {
    if (!said.isEmpty()) {
      out.accept(UNDER + said);
    }
  }

  private String files(Reason reason) {
    return reason.file().orElseGet(() -> words.say("files", reason.files()));
  }

  private void more(int left, String key, String file) {
    if (left > 0) {
      line("  %s", words.say(key, left, file));
    }
  }

  /** The form of a line: columns as wide as their headings need, the last one to the end. */
  private String form(int[] widths, String... headings) {
    StringBuilder form = new StringBuilder(" ");
    for (int i = 0; i < widths.length; i++) {
      int width = Math.max(widths[i], words.say(headings[i]).length());
      form.append(" %").append(i == 0 ? "-" : "").append(width).append('s');
    }
    return form.append("  %s").toString();
  }

  private void line(String form, Object... cells) {
    out.accept(String.format(Locale.ROOT, form, cells));
  }
}
