package org.tidemark.resolve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Map<TumourRecord, Outcome> outcomes = new LinkedHashMap<>();

  private PersonHistory(List<TumourRecord> records) {
    this.records = records.stream().sorted(TumourRecord.MOST_TRUSTED).toList();
  }

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
   */
  static Map<TumourRecord, Outcome> of(List<TumourRecord> records, MultiplePrimaries rules) {
    PersonHistory history = new PersonHistory(records);
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
    if (records.stream().map(TumourRecord::sex).filter(KNOWN_SEXES::contains).distinct().count()
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
      kept.stream()
          .filter(record::sentTwice)
          .findFirst()
          .ifPresentOrElse(
              first ->
                  outcomes.computeIfPresent(
                      record, (r, own) -> own.into(first, HistoryRule.MP_SAME_TUMOUR)),
              () -> kept.add(record));
    }
  }

  private void join(MultiplePrimaries rules) {
    List<TumourRecord> left =
        records.stream().filter(r -> outcomes.get(r).merged() == null).toList();
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
    for (int i = 0; i < verdicts.size(); i++) {
      judge(left.get(i), tumours.get(i), verdicts.get(i), byId, rules);
    }
    outcomes.replaceAll(
        (record, own) -> own.merged() == null ? own : own.into(end(own), own.merged()));
  }

  private void judge(
      TumourRecord record,
      Tumour tumour,
      Verdict verdict,
      Map<String, TumourRecord> byId,
      MultiplePrimaries rules) {
    Outcome own = outcomes.get(record);
    if (verdict.standing() == Standing.MERGED) {
      TumourRecord counted = byId.get(verdict.through());
      HistoryRule why =
          switch (rules.joined(tumour.morphology(), counted.morphology())) {
            case ONCE_A_PERSON -> HistoryRule.MP_ONCE_A_PERSON;
            case SAME_HISTOLOGY -> HistoryRule.MP_SAME_HISTOLOGY;
            case UNSPECIFIED_HISTOLOGY -> HistoryRule.MP_UNSPECIFIED_HISTOLOGY;
          };
      outcomes.put(record, own.into(counted, why));
      return;
    }
    Set<HistoryRule> findings = own.findings();
    if (verdict.standing() == Standing.OPEN) {
      findings = EnumSet.of(HistoryRule.MP_UNKNOWN_PRIMARY);
      findings.addAll(own.findings());
    }
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

  /** The ids of rules, separated by blanks, in the order of their declaration. */
  static String ids(Set<HistoryRule> rules) {
    return rules.stream().map(HistoryRule::id).collect(Collectors.joining(" "));
  }
}
