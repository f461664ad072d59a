package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the programme changed: one line a question. */
final class EffectTable {
  private EffectTable() {}

  /** Empty where no question was asked. */
  static Optional<Table> of(Reading reading) {
    List<List<Cell>> lines = new ArrayList<>();
    for (Row row : EvaluationRows.answers(reading)) {
      lines.add(
          List.of(
              EvaluationWords.question(reading, row),
              EvaluationWords.reading(reading, row),
              Cell.of(reading.names().of(row, "method"), Wording.capital(row.text("estimand"))),
              EvaluationWords.figure(reading, row),
              EvaluationWords.p(reading, row),
              EvaluationWords.sites(reading, row)));
    }
    List<String> head = List.of("Question", "Reading", "Method", "Value", "p value", "Sites");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table("effects-table", reading.say("effect.caption"), head, 3, lines));
  }
}
