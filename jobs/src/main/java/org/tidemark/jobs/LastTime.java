package org.tidemark.jobs;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.tidemark.publish.Current;
import org.tidemark.publish.PublicationFolder;

/**
 * What readers see now: the accounts and quality indices that a new submission is laid beside.
 *
 * @param accounting rows of the published {@code accounting}, cell by cell
 * @param quality rows of the published {@code quality}, cell by cell
 */
record LastTime(List<Map<String, String>> accounting, List<Map<String, String>> quality) {
  private static final List<String> DIMENSIONS = List.of("area", "cancer", "sex");

  /** The current version of a folder; empty where nothing was published yet. */
  static Optional<LastTime> in(URI target) {
    PublicationFolder folder = PublicationFolder.of(target, new Configuration());
    return folder
        .current()
        .map(Current::runId)
        .map(id -> new LastTime(folder.rows(id, "accounting"), folder.rows(id, "quality")));
  }

  /** Records that a source sent; empty where it is new. */
  Optional<Long> received(String source) {
    return sum("ingest", source, "records_in");
  }

  /** Records of a source that the checks accepted; empty where it is new. */
  Optional<Long> accepted(String source) {
    return sum("check", source, "accepted");
  }

  private Optional<Long> sum(String stage, String source, String column) {
    return accounting.stream()
        .filter(r -> r.get("stage").equals(stage) && r.get("source").equals(source))
        .map(r -> Long.valueOf(r.get(column)))
        .reduce(Long::sum);
  }

  /**
   * An index over all cases of a source, of the widest period that was published; empty where none
   * was.
   */
  Optional<Map<String, String>> index(String source, String index) {
    return quality.stream()
        .filter(r -> r.get("source").equals(source) && r.get("index").equals(index))
        .filter(r -> DIMENSIONS.stream().allMatch(d -> r.get(d).isEmpty()))
        .max(Comparator.comparing(LastTime::years));
  }

  /** Years of a row's period, {@code 2008-2010}: how many. */
  private static int years(Map<String, String> row) {
    String[] ends = row.get("period").split("-");
    return Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]);
  }
}
