package org.tidemark.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit in which ages are written, in the words and signs of English, French, Spanish and
 * Portuguese.
 */
enum AgeUnit {
  YEAR(12, 0, "y yr yrs year years an ans año años ano anos"),
  MONTH(1, 0, "m mo mos mth mths month months mois mes meses mês"),
  WEEK(0, 7, "w wk wks week weeks sem semaine semaines semana semanas"),
  DAY(0, 1, "d day days j jour jours día días dia dias");

  private static final Map<String, AgeUnit> BY_WORD =
      Stream.of(values())
          .flatMap(unit -> unit.words.stream().map(word -> Map.entry(word, unit)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final int months;
  private final int days;
  private final List<String> words;

  AgeUnit(int months, int days, String words) {
    this.months = months;
    this.days = days;
    this.words = List.of(words.split(" ", -1));
  }

  /** The unit of a word or sign, in either case. */
  static Optional<AgeUnit> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
  }

  /** Its length in years; a year is 365.25 days. */
  double years() {
    return months / 12.0 + days / 365.25;
  }
}
