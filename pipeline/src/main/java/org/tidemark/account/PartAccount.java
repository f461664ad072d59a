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
  private final int source;
  private final int file;
  private final int findings;
  private final int high;
  private final int low;
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

  private record Failure(UTF8String rule, UTF8String source, String area, String period) {}

  private PartAccount(StagedShape shape) {
    this.shape = shape;
    this.years = Years.of(shape);
    this.source = shape.at(StagedColumns.SOURCE);
    this.file = shape.at(StagedColumns.FILE);
    this.findings = shape.at(StagedColumns.FINDINGS);
    this.high = shape.at(StagedColumns.HASH_HIGH);
    this.low = shape.at(StagedColumns.HASH_LOW);
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
    sums[0]++;
    sums[1] += row.getLong(high) >>> HALF;
    sums[2] += row.getLong(high) & LOW_HALF;
    sums[3] += row.getLong(low) >>> HALF;
    sums[4] += row.getLong(low) & LOW_HALF;
  }

  /** A row of the index. */
  void indexed() {
    keyed++;
  }

  /** A record that a rule refused. */
  void refused(InternalRow row, UTF8String stage, UTF8String rule) {
    refused++;
    Ending ending =
        new Ending(
            row.getUTF8String(source).copy(),
            row.getUTF8String(file).copy(),
            stage.copy(),
            rule.copy());
    endings.computeIfAbsent(ending, e -> new long[5])[0]++;
  }

  /** A record that broke a rule. */
  void listed() {
    found++;
  }

  /** The failed checks of a row that reached the checks. */
  void found(InternalRow row) {
    UTF8String rules = row.getUTF8String(findings);
    if (rules.numBytes() > 0) {
      for (UTF8String rule : rules.split(StagedTables.BLANK, -1)) {
        failures.merge(
            new Failure(rule, row.getUTF8String(source).copy(), shape.area(row), shape.year(row)),
            1L,
            Long::sum);
      }
    }
  }

  /** The account of the whole partition. */
  PartCount count() {
    List<Fate> fates = new ArrayList<>();
    endings.forEach(
        (e, n) ->
            fates.add(
                new Fate(
                    shape.table(),
                    e.source.toString(),
                    e.file.toString(),
                    text(e.stage),
                    text(e.rule),
                    null,
                    n[0],
                    List.of(n[1], n[2], n[3], n[4]))));
    return new PartCount(shape.table(), kept, keyed, refused, found, fates, findings(), years());
  }

  private List<FindingCount> findings() {
    List<FindingCount> counts = new ArrayList<>();
    failures.forEach(
        (f, n) ->
            counts.add(
                new FindingCount(f.rule.toString(), f.source.toString(), f.area, f.period, n)));
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
