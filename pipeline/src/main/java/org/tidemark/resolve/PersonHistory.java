package org.tidemark.resolve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.account.StagedColumns;
import org.tidemark.coding.MultiplePrimaries;
import org.tidemark.coding.MultiplePrimaries.Standing;
import org.tidemark.coding.MultiplePrimaries.Tumour;
import org.tidemark.coding.MultiplePrimaries.Verdict;

/**
 * The tumours of one person: which records disagree about the person, which are the same tumour
 * sent by two registries, and which count as one under the rules for multiple primaries.
 *
 * <p>Where records disagree about the sex, or about the year of birth, they are probably of two
 * persons under one id: nothing is merged until that is mended. The outcome depends on what the
 * records say, not on their order.
 */
final class PersonHistory {
  private static final List<String> KNOWN_SEXES = List.of("1", "2", "3");
  private static final int YEAR = 4;

  private final List<TumourRecord> records;
  private final Decisions decisions;
  private final Map<TumourRecord, Outcome> outcomes = new LinkedHashMap<>();

  private PersonHistory(List<TumourRecord> records, Decisions decisions) {
    this.records = records.stream().sorted(TumourRecord.MOST_TRUSTED).toList();
    this.decisions = decisions;
  }

  /**
   * What the rules say of one tumour among those of its person.
   *
   * @param through the record that it counts through; null where it counts itself
   * @param why it does; null likewise
   */
  private record Judgement(
      TumourRecord record, Verdict verdict, TumourRecord through, HistoryRule why) {}

  /**
   * What is known of one record by the others of its person.
   *
   * @param findings what is to be looked at
   * @param merged why it counts through another one; null where it counts itself
   * @param through the record that it counts through; null where it counts itself
   * @param topography of the tumour that is counted
   * @param morphology of the tumour that is counted
   * @param behaviour of the tumour that is counted
   */
  record Outcome(
      Set<HistoryRule> findings,
      HistoryRule merged,
      TumourRecord through,
      String topography,
      String morphology,
      String behaviour) {
    private static Outcome own(TumourRecord record, Set<HistoryRule> findings) {
      return new Outcome(
          findings, null, null, record.topography(), record.morphology(), record.behaviour());
    }

    private Outcome finding(HistoryRule rule) {
      Set<HistoryRule> more = EnumSet.of(rule);
      more.addAll(findings);
      return new Outcome(more, merged, through, topography, morphology, behaviour);
    }

    private Outcome into(TumourRecord other, HistoryRule why) {
      return new Outcome(findings, why, other, topography, morphology, behaviour);
    }

    /** Whether there is anything to say of the record. */
    boolean tells(TumourRecord record) {
      return merged != null || !findings.isEmpty() || changed(record);
    }

    /** Whether the record counts with other codes than its own. */
    boolean changed(TumourRecord record) {
      return merged == null
          && !(Objects.equals(topography, record.topography())
              && Objects.equals(morphology, record.morphology())
              && Objects.equals(behaviour, record.behaviour()));
    }
  }

  /**
   * What there is to say of each record, the most trusted first.
   *
   * @param rules for multiple primaries; null where each tumour counts
   * @param decisions of people: a rule that would join a tumour to another one does not where it
   *     was decided that the tumour stands for itself, and is found none the less
   */
  static Map<TumourRecord, Outcome> of(
      List<TumourRecord> records, MultiplePrimaries rules, Decisions decisions) {
    PersonHistory history = new PersonHistory(records, decisions);
    Set<HistoryRule> conflicts = history.conflicts();
    history.records.forEach(r -> history.outcomes.put(r, Outcome.own(r, conflicts)));
    if (!conflicts.contains(HistoryRule.PERSON_SEX) && history.onePossibleYearOfBirth()) {
      history.joinSentTwice();
      if (rules != null) {
        history.join(rules);
      }
    }
    return history.outcomes;
  }

  private Set<HistoryRule> conflicts() {
    Set<HistoryRule> conflicts = EnumSet.noneOf(HistoryRule.class);
    if (records.stream()
            .map(TumourRecord::sex)
            .filter(sex -> sex != null && KNOWN_SEXES.contains(sex))
            .distinct()
            .count()
        > 1) {
      conflicts.add(HistoryRule.PERSON_SEX);
    }
    List<String> births =
        records.stream().map(TumourRecord::birthDate).filter(Objects::nonNull).distinct().toList();
    if (!births.stream().allMatch(b -> births.stream().allMatch(o -> TumourRecord.agree(b, o)))) {
      conflicts.add(HistoryRule.PERSON_BIRTH_DATE);
    }
    return conflicts;
  }

  private boolean onePossibleYearOfBirth() {
    return records.stream()
            .map(TumourRecord::birthDate)
            .filter(Objects::nonNull)
            .map(date -> date.substring(0, Math.min(YEAR, date.length())))
            .distinct()
            .count()
        <= 1;
  }

  private void joinSentTwice() {
    List<TumourRecord> kept = new ArrayList<>();
    for (TumourRecord record : records) {
      Optional<TumourRecord> first = kept.stream().filter(record::sentTwice).findFirst();
      if (first.isEmpty()) {
        kept.add(record);
      } else if (decisions.standsAlone(record, HistoryRule.MP_SAME_TUMOUR)) {
        kept.add(record);
        outcomes.computeIfPresent(record, (r, own) -> own.finding(HistoryRule.MP_SAME_TUMOUR));
      } else {
        outcomes.computeIfPresent(
            record, (r, own) -> own.into(first.get(), HistoryRule.MP_SAME_TUMOUR));
      }
    }
  }

  private void join(MultiplePrimaries rules) {
    List<TumourRecord> left =
        new ArrayList<>(records.stream().filter(r -> outcomes.get(r).merged() == null).toList());
    while (setApart(left, rules)) {
      // Without those that stand for themselves the rules may join others.
    }
    judgements(left, rules).forEach(this::judge);
    outcomes.replaceAll(
        (record, own) -> own.merged() == null ? own : own.into(end(own), own.merged()));
  }

  /** Takes tumours away that would be joined and were decided to stand for themselves, if any. */
  private boolean setApart(List<TumourRecord> left, MultiplePrimaries rules) {
    if (decisions.none()) {
      return false;
    }
    List<Judgement> apart =
        judgements(left, rules).stream()
            .filter(j -> j.why() != null && decisions.standsAlone(j.record(), j.why()))
            .toList();
    apart.forEach(j -> outcomes.computeIfPresent(j.record(), (r, own) -> own.finding(j.why())));
    return left.removeAll(apart.stream().map(Judgement::record).toList());
  }

  private static List<Judgement> judgements(List<TumourRecord> left, MultiplePrimaries rules) {
    List<Tumour> tumours = new ArrayList<>();
    Map<String, TumourRecord> byId = new HashMap<>();
    for (TumourRecord record : left) {
      // Where dates and codes agree the most trusted counts: the ids are in that order.
      String id = String.format(Locale.ROOT, "%05d", tumours.size());
      byId.put(id, record);
      tumours.add(
          new Tumour(
              id,
              record.topography(),
              record.morphology(),
              record.behaviour(),
              record.incidenceDate()));
    }
    List<Verdict> verdicts = rules.of(tumours);
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      TumourRecord through =
          verdict.standing() == Standing.MERGED ? byId.get(verdict.through()) : null;
      judgements.add(
          new Judgement(
              left.get(i),
              verdict,
              through,
              through == null ? null : why(rules, tumours.get(i), through)));
    }
    return judgements;
  }

  private static HistoryRule why(MultiplePrimaries rules, Tumour tumour, TumourRecord counted) {
    return switch (rules.joined(tumour.morphology(), counted.morphology())) {
      case ONCE_A_PERSON -> HistoryRule.MP_ONCE_A_PERSON;
      case SAME_HISTOLOGY -> HistoryRule.MP_SAME_HISTOLOGY;
      case UNSPECIFIED_HISTOLOGY -> HistoryRule.MP_UNSPECIFIED_HISTOLOGY;
    };
  }

  private void judge(Judgement judged) {
    TumourRecord record = judged.record();
    Outcome own = outcomes.get(record);
    if (judged.through() != null) {
      outcomes.put(record, own.into(judged.through(), judged.why()));
      return;
    }
    Verdict verdict = judged.verdict();
    Set<HistoryRule> findings =
        verdict.standing() == Standing.OPEN
            ? own.finding(HistoryRule.MP_UNKNOWN_PRIMARY).findings()
            : own.findings();
    outcomes.put(
        record,
        new Outcome(
            findings, null, null, verdict.topography(), verdict.morphology(), verdict.behaviour()));
  }

  /** The record that counts at the end: one sent twice may count through a primary. */
  private TumourRecord end(Outcome merged) {
    TumourRecord through = merged.through();
    TumourRecord next = outcomes.get(through).through();
    return next == null ? through : next;
  }

  /**
   * The ids of rules, separated by blanks, in the order of their declaration; those that a person
   * decided on are marked.
   */
  static String ids(Set<HistoryRule> rules, Set<HistoryRule> decided) {
    return rules.stream()
        .map(rule -> decided.contains(rule) ? StagedColumns.OVERRIDDEN + rule.id() : rule.id())
        .collect(Collectors.joining(" "));
  }
}
