package org.tidemark.resolve;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What all records of one person say that no single one does. Each rule is declared among the
 * checks of {@code tumour}, with its severity and its message; where it merges, it is the reason in
 * {@code accounting}.
 */
public enum HistoryRule {
  /** Records of one person give different sexes. */
  PERSON_SEX,
  /** Records of one person give dates of birth that cannot both be right. */
  PERSON_BIRTH_DATE,
  /** More tumours than a person has: the id stands for several persons, or for none. */
  PERSON_TUMOURS,
  /** Of unknown primary site beside the same histology elsewhere. */
  MP_UNKNOWN_PRIMARY,
  /** The same tumour, sent by another registry of the id space: counts through that one. */
  MP_SAME_TUMOUR,
  /** Of one organ and histology group: counts through the first. */
  MP_SAME_HISTOLOGY,
  /** Of an unspecified histology beside a specified one of the organ: they count as one. */
  MP_UNSPECIFIED_HISTOLOGY,
  /** Of a group that a person has once: counts through the first. */
  MP_ONCE_A_PERSON,
  /** The sex was filled from another registry's record of the tumour. */
  FILLED_SEX,
  /** The date of birth and the age were. */
  FILLED_AGE,
  /** The basis of diagnosis was. */
  FILLED_BASIS,
  /** The grade was. */
  FILLED_GRADE,
  /** The side was. */
  FILLED_LATERALITY,
  /** The stage was. */
  FILLED_STAGE,
  /** The vital status, its date and the cause of death were. */
  FILLED_FOLLOW_UP;

  private static final Set<HistoryRule> MERGING =
      EnumSet.of(MP_SAME_TUMOUR, MP_SAME_HISTOLOGY, MP_UNSPECIFIED_HISTOLOGY, MP_ONCE_A_PERSON);

  /** Whether the rule of this id makes a tumour count through another one. */
  static boolean merging(String id) {
    return MERGING.stream().anyMatch(rule -> rule.id().equals(id));
  }

  /** The rule of an id. */
  static HistoryRule of(String id) {
    return valueOf(id.replace('-', '_'));
  }

  /** The id of the declared check. */
  public String id() {
    return name().toUpperCase(Locale.ROOT).replace('_', '-');
  }
}
