package org.tidemark.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts the rows of one partition while they pass. */
final class PartAccount {
  private static final long LOW_HALF = 0xFFFFFFFFL;
  private static final int HALF = 32;

  private final StagedShape shape;
  private final Map<Ending, long[]> endings = new HashMap<>();
  private final Map<Failure, Long> failures = new HashMap<>();
  private final Years years;
  private final Outcomes outcomes;
  private final int source;
  private final int file;
  private final int findings;
  private final int high;
  private final int low;
  private final int raw;
  private final ValueHash hash = new ValueHash();
  private Ending last = new Ending(null, null, null, null);
  private long[] sums = new long[5];
  private long kept;
  private long keyed;
  private long refused;
  private long found;

  private record Ending(UTF8String source, UTF8String file, UTF8String stage, UTF8String rule) {
    boolean isOf(UTF8String otherSource, UTF8String otherFile) {
      return rule == null && otherFile.equals(file) && otherSource.equals(source);
    }
  }

  private record Failure(
      UTF8String rule, UTF8String source, UTF8String file, String area, String period) {}

  private PartAccount(StagedShape shape) {
    this.shape = shape;
    this.years = Years.of(shape);
    this.source = shape.at(StagedColumns.SOURCE);
    this.file = shape.at(StagedColumns.FILE);
    this.findings = shape.at(StagedColumns.FINDINGS);
    this.high = shape.at(StagedColumns.HASH_HIGH);
    this.low = shape.at(StagedColumns.HASH_LOW);
    this.raw = shape.at(StagedColumns.RAW);
    this.outcomes = Outcomes.of(shape);
  }

  static PartAccount of(StagedShape shape) {
    return new PartAccount(shape);
  }

  /** Any row, refused or not. */
  void dated(InternalRow row) {
    years.add(row);
  }

  /** A row that is accepted: it counts by the sums of its hash too. */
  void accepted(InternalRow row) {
    UTF8String ofSource = row.getUTF8String(source);
    UTF8String ofFile = row.getUTF8String(file);
    if (!last.isOf(ofSource, ofFile)) {
      last = new Ending(ofSource.copy(), ofFile.copy(), null, null);
      sums = endings.computeIfAbsent(last, e -> new long[5]);
    }
    kept++;
    add(sums, row.getLong(high), row.getLong(low));
  }

  private static void add(long[] sums, long high, long low) {
    sums[0]++;
    sums[1] += high >>> HALF;
    sums[2] += high & LOW_HALF;
    sums[3] += low >>> HALF;
    sums[4] += low & LOW_HALF;
  }

  /** A row of the index. */
  void indexed() {
    keyed++;
  }

  /** A record that a rule refused: it counts by the sums of the hash of its text. */
  void refused(InternalRow row, UTF8String stage, UTF8String rule) {
    refused++;
    end(row, stage, rule);
  }

  /** A record that counts through another one, for a reason. */
  void merged(InternalRow row, UTF8String reason) {
    end(row, StagedTables.RESOLVE, reason);
  }

  private void end(InternalRow row, UTF8String stage, UTF8String rule) {
    Ending ending =
        new Ending(
            row.getUTF8String(source).copy(),
            row.getUTF8String(file).copy(),
            stage.copy(),
            rule.copy());
    long[] text = hash.begin().add(row.getUTF8String(raw)).end();
    add(endings.computeIfAbsent(ending, e -> new long[5]), text[0], text[1]);
  }

  /** A record that broke a rule. */
  void listed() {
    found++;
  }

  /** The failed checks of a row that reached the checks. */
  void found(InternalRow row) {
    outcomes.add(row);
    UTF8String rules = row.getUTF8String(findings);
    if (rules.numBytes() > 0) {
      for (UTF8String rule : rules.split(StagedTables.BLANK, -1)) {
        failures.merge(
            new Failure(
                rule,
                row.getUTF8String(source).copy(),
                row.getUTF8String(file).copy(),
                shape.area(row),
                shape.year(row)),
            1L,
            Long::sum);
      }
    }
  }

  /** The account of the whole partition. */
  PartCount count() {
    List<Fate> fates = new ArrayList<>();
    endings.forEach((ending, sums) -> fates.add(fate(ending, sums)));
    return new PartCount(
        shape.table(), kept, keyed, refused, found, fates, findings(), years(), outcomes.counts());
  }

  private Fate fate(Ending ending, long[] n) {
    boolean merged = StagedTables.RESOLVE.equals(ending.stage);
    return new Fate(
        shape.table(),
        ending.source.toString(),
        ending.file.toString(),
        merged ? null : text(ending.stage),
        merged ? null : text(ending.rule),
        merged ? text(ending.rule) : null,
        n[0],
        List.of(n[1], n[2], n[3], n[4]));
  }

  private List<FindingCount> findings() {
    List<FindingCount> counts = new ArrayList<>();
    failures.forEach(
        (f, n) ->
            counts.add(
                new FindingCount(
                    f.rule.toString(),
                    f.source.toString(),
                    f.file.toString(),
                    f.area,
                    f.period,
                    n)));
    return counts;
  }

  /** The rows of a part are of one source, which each of them names. */
  private List<YearCount> years() {
    return endings.keySet().stream()
        .findFirst()
        .filter(e -> shape.date() >= 0)
        .map(e -> years.counts(e.source.toString(), shape.row().fieldNames()[shape.date()]))
        .orElse(List.of());
  }

  private static String text(UTF8String text) {
    return text == null ? null : text.toString();
  }
}
