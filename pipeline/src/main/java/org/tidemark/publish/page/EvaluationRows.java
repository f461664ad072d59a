package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The published answers about the programme: every one but what merely changed. */
final class EvaluationRows {
  static final String STAGGERED = "callaway-santanna";
  static final String LASTING = "sustainability";
  static final String MEAN = "mean of the cohorts' effects";

  /**
   * A method and how its answer begins.
   *
   * @param method as published
   * @param estimand the first words of the estimand that answers the question
   */
  private record Way(String method, String estimand) {}

  /** The surest way to an answer first: what stands with sites that start at different times. */
  private static final List<Way> WAYS =
      List.of(
          new Way(STAGGERED, MEAN),
          new Way("sun-abraham", "mean effect over periods since the start"),
          new Way("leaving-" + STAGGERED, "leaving: " + MEAN),
          new Way("randomisation", ""),
          new Way("twfe", "mean effect"),
          new Way("twfe-wild-bootstrap", "mean effect"),
          new Way("twfe-cr2", "mean effect"),
          new Way("controlled-its-reml", "change of the level"),
          new Way("its-reml", "change of the level"),
          new Way("its-ols", "change of the level"),
          new Way("benchmark", ""),
          new Way("equity-sii", "linear slope index, from the first group to the last, from"),
          new Way("equity-sii", "slope"),
          new Way("equity-sii", ""),
          new Way("equity", ""),
          new Way("equity-group", ""));

  private EvaluationRows() {}

  /** Every row but the changes before and after, which are no effects. */
  static Rows all(Reading reading) {
    return reading.table("evaluation").where("method", method -> !method.equals("pre-post"));
  }

  /** One row a question, in the order of indicators and questions. */
  static List<Row> answers(Reading reading) {
    return questions(all(reading)).stream()
        .map(EvaluationRows::answer)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The rows of each indicator and question. */
  static List<Rows> questions(Rows rows) {
    List<Rows> questions = new ArrayList<>();
    for (Rows indicator : rows.by("indicator").values()) {
      questions.addAll(indicator.by("question").values());
    }
    return questions;
  }

  /**
   * The row that answers a question: of the surest method, and there the one whose p is adjusted in
   * a family, for that is the answer by declaration; else the one that the method recommends.
   */
  private static Optional<Row> answer(Rows question) {
    Rows whole = question.where("cohort", "").where("time", "");
    return WAYS.stream()
        .map(way -> rows(whole.orElse(question), way))
        .filter(rows -> !rows.isEmpty())
        .findFirst()
        .map(rows -> rows.shown().orElse(rows))
        .flatMap(rows -> declared(rows, whole));
  }

  private static Rows rows(Rows question, Way way) {
    return question
        .where("method", way.method())
        .where("estimand", estimand -> estimand.startsWith(way.estimand()));
  }

  private static Optional<Row> declared(Rows rows, Rows question) {
    Row first = rows.list().get(0);
    Predicate<String> family = name -> !name.isEmpty();
    if (!first.text("method").startsWith("twfe")) {
      return rows.where("family", family).orElse(rows).stream().findFirst();
    }
    Rows means = question.where("method", m -> m.startsWith("twfe") && !m.contains("event"));
    Rows recommended = means.where("method", recommended(first.text("note")));
    return means.where("family", family).orElse(recommended.orElse(rows)).stream().findFirst();
  }

  /** The error that two-way fixed effects recommend for so many clusters. */
  private static String recommended(String note) {
    if (note.contains("wild cluster bootstrap is recommended")) {
      return "twfe-wild-bootstrap";
    }
    return note.contains("bias-reduced error is recommended") ? "twfe-cr2" : "twfe";
  }
}
