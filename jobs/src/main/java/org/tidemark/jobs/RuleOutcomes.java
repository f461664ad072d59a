package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.FindingCount;
import org.tidemark.account.PartCount;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.CrossCheck;
import org.tidemark.tally.Assumed;

/** Gathers how the rules came out, from the accounts of staging: no scan of its own. */
final class RuleOutcomes {
  private static final String ENGLISH = "en";

  private final String language;
  private final CheckWords words;
  private final Map<List<String>, Long> failed = new HashMap<>();
  private final Map<List<String>, Long> silent = new HashMap<>();
  private final Map<String, Long> reached;
  private final Set<List<String>> declared = new HashSet<>();
  private final List<RuleOutcome> outcomes = new ArrayList<>();

  private RuleOutcomes(Staged staged, String language) {
    this.language = language;
    this.words = CheckWords.in(language);
    this.reached = staged.checked();
    for (PartCount account : staged.accounts()) {
      account.findings().forEach(f -> failed.merge(key(f), f.count(), Long::sum));
      account.notApplicable().forEach(f -> silent.merge(key(f), f.count(), Long::sum));
    }
  }

  /**
   * None yet.
   *
   * @param staged what staging left, its outcomes counted
   * @param language of the messages; English where a check has none in it
   */
  static RuleOutcomes of(Staged staged, String language) {
    return new RuleOutcomes(staged, language);
  }

  /** Adds the outcomes of all declared checks of all sources. */
  RuleOutcomes ofChecks(Sources sources, Catalogue catalogue) {
    LackingCodes lacking = new LackingCodes(catalogue, words);
    for (Sources.Entry entry : sources.entries()) {
      String source = entry.source().id();
      for (Check check : Staging.checks(entry, catalogue)) {
        List<String> key = List.of(source, check.id());
        declared.add(key);
        long broken = failed.getOrDefault(key, 0L);
        long reviewed =
            failed.getOrDefault(List.of(source, StagedColumns.OVERRIDDEN + check.id()), 0L);
        long none = silent.getOrDefault(key, 0L);
        long passed = reached.getOrDefault(source, 0L) - broken - reviewed - none;
        String message = broken == 0 ? message(check) : message(check) + lacking.of(entry, check);
        outcomes.add(
            new RuleOutcome(
                source,
                check.id(),
                check.severity().name().toLowerCase(Locale.ROOT),
                message,
                broken,
                reviewed,
                Optional.of(new RuleOutcome.Others(passed, none))));
      }
    }
    return this;
  }

  /**
   * Adds the outcomes of checks against other rows: of how many they say nothing is not counted.
   */
  RuleOutcomes ofTables(Sources sources, Catalogue catalogue) {
    for (Sources.Entry entry : sources.entries()) {
      String source = entry.source().id();
      for (CrossCheck cross : OtherTables.asked(sources, catalogue)) {
        List<String> key = List.of(source, cross.check().id());
        long broken = failed.getOrDefault(key, 0L);
        if (cross.table().equals(entry.table().name()) && broken > 0) {
          declared.add(key);
          outcomes.add(
              new RuleOutcome(
                  source,
                  cross.check().id(),
                  cross.check().severity().name().toLowerCase(Locale.ROOT),
                  message(cross.check()),
                  broken,
                  0,
                  Optional.empty()));
        }
      }
    }
    return this;
  }

  private String message(Check check) {
    return check.message().getOrDefault(language, check.message().getOrDefault(ENGLISH, ""));
  }

  /**
   * Adds what only sources as a whole give away. Bounded by rules × sources: the periods and areas
   * are summed over.
   *
   * @param findings rows of {@code finding}
   * @param signs those of them of which there is something to say
   */
  RuleOutcomes ofSources(Dataset<Row> findings, List<Sign> signs) {
    Map<List<String>, String> said =
        signs.stream()
            .collect(
                Collectors.toMap(
                    s -> List.of(s.source(), s.rule()), s -> s.told(words), (a, b) -> a));
    findings.groupBy("source", "rule", "severity").sum("count").collectAsList().stream()
        .filter(r -> !declared.contains(List.of(r.getString(0), r.getString(1))))
        .map(
            r ->
                new RuleOutcome(
                    r.getString(0),
                    r.getString(1),
                    r.getString(2),
                    Optional.ofNullable(said.get(List.of(r.getString(0), r.getString(1))))
                        .orElseGet(() -> words.ofRule(r.getString(1), "")),
                    r.getLong(3),
                    0,
                    Optional.empty()))
        .forEach(outcomes::add);
    return this;
  }

  /** Adds what was assumed, or found, of populations and life tables: how many cells. */
  RuleOutcomes ofAssumptions(List<Assumed> assumed) {
    Map<List<String>, Long> cells = new TreeMap<>(Comparator.comparing(List<String>::toString));
    for (Assumed one : assumed) {
      cells.merge(List.of(one.source(), one.rule(), one.severity()), one.cells(), Long::sum);
    }
    cells.forEach(
        (key, count) ->
            outcomes.add(
                new RuleOutcome(
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    words.ofRule(key.get(1), ""),
                    count,
                    0,
                    Optional.empty())));
    return this;
  }

  /** All that were added, as they are shown. */
  List<RuleOutcome> inOrder() {
    return outcomes.stream().sorted(RuleOutcome.ORDER).toList();
  }

  private static List<String> key(FindingCount finding) {
    return List.of(finding.source(), finding.rule());
  }
}
