package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Correction;
import org.tidemark.catalogue.CorrectionList;
import org.tidemark.conform.ConformNote;

/** What became of the corrections of a programme's sources. */
final class CorrectionSigns {
  private static final StructType COLUMNS =
      new StructType()
          .add("source_id", DataTypes.StringType)
          .add("corrections_file", DataTypes.StringType)
          .add("line", DataTypes.IntegerType)
          .add("field", DataTypes.StringType)
          .add("outcome", DataTypes.StringType)
          .add("source_file", DataTypes.StringType)
          .add("record_number", DataTypes.LongType)
          .add("reason", DataTypes.StringType)
          .add("who", DataTypes.StringType)
          .add("when", DataTypes.StringType);

  /** How many lines are named to an operator; the private file has all. */
  private static final int MOST_LINES = 10;

  private final Map<String, CorrectionList> corrections;
  private final Map<String, Map<Integer, Set<ConformNote>>> notes = new TreeMap<>();

  private CorrectionSigns(Map<String, CorrectionList> corrections) {
    this.corrections = corrections;
  }

  /** What can become of a correction, the first that holds for any of its records. */
  private enum Outcome {
    APPLIED("corrected", ""),
    DIFFERS("query", "the record has neither the old nor the new value"),
    DONE("query", "the record was sent with the new value"),
    ABSENT("query", "no such record was sent");

    private final String severity;
    private final String why;

    Outcome(String severity, String why) {
      this.severity = severity;
      this.why = why;
    }

    static Outcome of(Set<ConformNote> notes) {
      Set<String> events = notes.stream().map(n -> n.event().name()).collect(Collectors.toSet());
      for (Outcome outcome : values()) {
        if (events.contains(outcome.name())) {
          return outcome;
        }
      }
      return ABSENT;
    }
  }

  /**
   * The corrections of all sources.
   *
   * @param corrections source id → its corrections
   * @param notes what happened while records were conformed
   */
  static CorrectionSigns of(Map<String, CorrectionList> corrections, Set<ConformNote> notes) {
    CorrectionSigns signs = new CorrectionSigns(corrections);
    notes.stream()
        .filter(n -> n.line() > 0)
        .forEach(
            n ->
                signs
                    .notes
                    .computeIfAbsent(n.source(), s -> new TreeMap<>())
                    .computeIfAbsent(n.line(), l -> new TreeSet<>())
                    .add(n));
    return signs;
  }

  /** How many corrections of each source had which outcome, with the lines of those to look at. */
  List<Sign> signs() {
    List<Sign> signs = new ArrayList<>();
    corrections.forEach(
        (source, list) -> {
          Map<Outcome, List<Integer>> lines = new EnumMap<>(Outcome.class);
          list.entries()
              .forEach(
                  c ->
                      lines
                          .computeIfAbsent(Outcome.of(notes(source, c)), o -> new ArrayList<>())
                          .add(c.line()));
          lines.forEach((outcome, of) -> signs.add(sign(source, list.file(), outcome, of)));
        });
    return signs;
  }

  private static Sign sign(String source, String file, Outcome outcome, List<Integer> lines) {
    String named =
        lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
    String more = lines.size() > MOST_LINES ? " …" : "";
    Optional<Sign.Lines> where =
        Optional.of(new Sign.Lines(named + more, file)).filter(w -> !outcome.why.isEmpty());
    return new Sign(
        "CORRECTION-" + outcome, outcome.severity, source, lines.size(), outcome.why, where);
  }

  /** One row a correction and record that it met, or one without a place; no value of a record. */
  Dataset<Row> audit(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    corrections.forEach(
        (source, list) ->
            list.entries()
                .forEach(
                    c -> {
                      Set<ConformNote> met = notes(source, c);
                      if (met.isEmpty()) {
                        rows.add(row(source, list, c, Outcome.ABSENT.name(), null, null));
                      }
                      met.forEach(
                          n ->
                              rows.add(
                                  row(source, list, c, n.event().name(), n.file(), n.record())));
                    }));
    return spark.createDataFrame(rows, COLUMNS);
  }

  private static Row row(
      String source, CorrectionList list, Correction c, String outcome, String file, Long record) {
    return RowFactory.create(
        source,
        list.file(),
        c.line(),
        c.field(),
        outcome.toLowerCase(java.util.Locale.ROOT),
        file,
        record,
        c.reason(),
        c.who(),
        c.when().toString());
  }

  private Set<ConformNote> notes(String source, Correction correction) {
    return notes.getOrDefault(source, Map.of()).getOrDefault(correction.line(), Set.of());
  }
}
