package org.tidemark.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Counts of one partition how often each check said nothing of a record. A check that failed has
 * spoken, whatever the record lacks.
 */
final class Outcomes {
  private final int source;
  private final int file;
  private final int findings;
  private final int notApplicable;
  private final Map<Place, Map<String, Long>> counts = new HashMap<>();

  private record Place(UTF8String source, UTF8String file) {}

  private Outcomes(StagedShape shape) {
    this.source = shape.at(StagedColumns.SOURCE);
    this.file = shape.at(StagedColumns.FILE);
    this.findings = shape.at(StagedColumns.FINDINGS);
    this.notApplicable = shape.find(StagedColumns.NOT_APPLICABLE);
  }

  /** Counts nothing where rows do not say which checks are not applicable. */
  static Outcomes of(StagedShape shape) {
    return new Outcomes(shape);
  }

  /** A row that reached the checks. */
  void add(InternalRow row) {
    if (notApplicable < 0 || row.getUTF8String(notApplicable).numBytes() == 0) {
      return;
    }
    Set<String> failed = new HashSet<>();
    for (String rule : ids(row, findings)) {
      failed.add(rule.startsWith(StagedColumns.OVERRIDDEN) ? rule.substring(1) : rule);
    }
    Map<String, Long> here =
        counts.computeIfAbsent(
            new Place(row.getUTF8String(source).copy(), row.getUTF8String(file).copy()),
            place -> new HashMap<>());
    for (String rule : ids(row, notApplicable)) {
      if (!failed.contains(rule)) {
        here.merge(rule, 1L, Long::sum);
      }
    }
  }

  /** The counts, without area and year. */
  List<FindingCount> counts() {
    List<FindingCount> all = new ArrayList<>();
    counts.forEach(
        (place, rules) ->
            rules.forEach(
                (rule, n) ->
                    all.add(
                        new FindingCount(
                            rule, place.source.toString(), place.file.toString(), "", "", n))));
    return all;
  }

  private static List<String> ids(InternalRow row, int at) {
    return Arrays.asList(row.getUTF8String(at).toString().split(" "));
  }
}
