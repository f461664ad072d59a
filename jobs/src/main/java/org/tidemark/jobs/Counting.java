package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.Accounting;
import org.tidemark.account.AccountingRow;
import org.tidemark.account.Census;
import org.tidemark.account.Ledger;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.ingest.RefusedFile;
import org.tidemark.model.Refusal;
import org.tidemark.publish.PrivateTables;
import org.tidemark.resolve.Resolution;

/**
 * What counts: the rows of each table that were accepted and stand for themselves, with the
 * accounting of all others and a name for the content.
 *
 * @param tables rows that count, by table name
 * @param accounting what became of every record
 * @param fates the same, by table, file and rule
 * @param contentHash of the content of all rows that count, by table
 */
record Counting(
    Map<String, Dataset<Row>> tables,
    Accounting accounting,
    List<Census.Fate> fates,
    String contentHash) {

  /** Resolves and counts staged rows. */
  static Counting of(
      Map<String, Dataset<Row>> staged,
      Map<String, TableSchema> schemas,
      List<RefusedFile> refusedFiles,
      PrivateTables keep) {
    Dataset<Row> merged = keep.write("merged", Resolution.merged(staged, schemas));
    List<Census.Fate> fates = Census.of(staged, merged);
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    staged.forEach(
        (name, rows) ->
            tables.put(
                name,
                fates.stream().anyMatch(f -> f.table().equals(name) && f.merged() != null)
                    ? Resolution.counting(name, rows, merged)
                    : Resolution.accepted(rows)));
    List<AccountingRow> rows = new ArrayList<>(Ledger.of(fates).rows());
    refusedFiles.forEach(f -> rows.add(Ledger.refusedFile(f.source(), f.file(), f.rule())));
    return new Counting(tables, Accounting.of(rows), fates, Census.contentHash(fates));
  }

  /** Refuses a source whose share of refused records exceeds the programme's limit. */
  void requireAcceptable(Programme programme) {
    double most = programme.acceptance().rejectedShareMax();
    programme.sources().stream()
        .map(org.tidemark.catalogue.Source::id)
        .forEach(
            id -> {
              long in = accounting.total("ingest", id).recordsIn();
              long kept = accounting.total("check", id).accepted();
              if (in > 0 && in - kept > most * in) {
                throw Refusal.data(
                    "source " + id,
                    "%d of %d records were refused, more than the programme allows (%s)"
                            .formatted(in - kept, in, most)
                        + reasons(id),
                    "look at the rules with 'bin/tidemark check', or raise"
                        + " 'acceptance.rejected_share_max'");
              }
            });
  }

  private String reasons(String source) {
    StringBuilder text = new StringBuilder();
    fates.stream()
        .filter(f -> f.source().equals(source) && f.refusal() != null)
        .sorted(
            java.util.Comparator.comparing(Census.Fate::file).thenComparing(Census.Fate::refusal))
        .limit(20)
        .forEach(
            f ->
                text.append("\n  ")
                    .append(f.file())
                    .append(", rule ")
                    .append(f.refusal())
                    .append(": ")
                    .append(f.records()));
    return text.toString();
  }
}
