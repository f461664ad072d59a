package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.Accounting;
import org.tidemark.account.AccountingRow;
import org.tidemark.account.Census;
import org.tidemark.account.Fate;
import org.tidemark.account.FindingCount;
import org.tidemark.account.Findings;
import org.tidemark.account.Ledger;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedTables;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CrossCheck;
import org.tidemark.catalogue.Programme;
import org.tidemark.check.CrossVerdicts;
import org.tidemark.ingest.RefusedFile;
import org.tidemark.model.Refusal;
import org.tidemark.publish.PrivateTables;
import org.tidemark.resolve.Decisions;
import org.tidemark.resolve.Filling;
import org.tidemark.resolve.Persons;
import org.tidemark.resolve.Resolution;

/**
 * What counts: the rows of each table that were accepted and stand for themselves, with the
 * accounting of all others and a name for the content.
 *
 * @param staged what staging left, with what was found of persons
 * @param tables rows that count, by table name
 * @param twice accepted rows that were sent twice or replaced: what they fail is said once. A
 *     tumour that counts through another one of its person is a record of its own, and speaks for
 *     itself
 * @param accounting what became of every record
 * @param fates the same, by table, file and rule
 * @param contentHash of the content of all rows that count, by table, and of what was refused
 */
record Counting(
    Staged staged,
    Map<String, Dataset<Row>> tables,
    Dataset<Row> twice,
    Accounting accounting,
    List<Fate> fates,
    String contentHash) {
  private static final String TUMOUR = "tumour";
  private static final String OVERRIDE = "override";

  /**
   * Resolves staged rows, and joins the accounts of all stages.
   *
   * @param persons brings the tumours of persons together; empty where no source names persons
   */
  static Counting of(
      Staged staged,
      List<RefusedFile> refusedFiles,
      PrivateTables keep,
      Optional<Persons> persons) {
    Dataset<Row> twice = keep.write("merged", Resolution.merged(staged));
    if (persons.isEmpty() || !staged.tables().containsKey(TUMOUR)) {
      return of(staged, refusedFiles, twice, twice);
    }
    Dataset<Row> tumours = Resolution.counting(TUMOUR, staged.tables().get(TUMOUR), twice);
    Decisions decisions =
        Optional.ofNullable(staged.tables().get(OVERRIDE))
            .map(Decisions::of)
            .orElse(Decisions.NONE);
    Dataset<Row> histories =
        keep.write("histories", persons.get().heeding(decisions).histories(tumours));
    List<FindingCount> counts = Findings.counts(histories);
    if (counts.isEmpty()) {
      return of(staged, refusedFiles, twice, twice);
    }
    Optional<Dataset<Row>> filled =
        Filling.possible(counts)
            ? Optional.of(keep.write("filled", Filling.of(tumours, histories, decisions)))
            : Optional.empty();
    List<FindingCount> fillings = filled.map(Findings::counts).orElse(List.of());
    Staged told = finding(staged, Persons.found(histories), counts);
    Counting counting =
        of(
            fillings.isEmpty() ? told : finding(told, Filling.found(filled.get()), fillings),
            refusedFiles,
            twice,
            twice.unionByName(Persons.merged(histories)));
    if (Persons.joined(counts)) {
      counting.tables().computeIfPresent(TUMOUR, (table, rows) -> Persons.counted(rows, histories));
    }
    if (!fillings.isEmpty()) {
      counting.tables().computeIfPresent(TUMOUR, (t, rows) -> Filling.counted(rows, filled.get()));
    }
    return counting;
  }

  private static Staged finding(Staged staged, Dataset<Row> found, List<FindingCount> counts) {
    long records = counts.stream().mapToLong(FindingCount::count).sum();
    return staged.finding(TUMOUR, found, records, Persons.published(counts));
  }

  private static Counting of(
      Staged staged, List<RefusedFile> refusedFiles, Dataset<Row> twice, Dataset<Row> merged) {
    List<Fate> fates = Census.of(staged.accounts(), merged);
    Set<String> touched = withMerged(fates);
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    staged
        .tables()
        .forEach(
            (name, rows) ->
                tables.put(
                    name, touched.contains(name) ? Resolution.counting(name, rows, merged) : rows));
    List<AccountingRow> rows = new ArrayList<>(Ledger.of(fates).rows());
    refusedFiles.forEach(f -> rows.add(Ledger.refusedFile(f.source(), f.file(), f.rule())));
    return new Counting(
        staged, tables, twice, Accounting.of(rows), fates, contentHash(fates, refusedFiles));
  }

  /** What was sent, the files of which nothing was read by their number alone. */
  private static String contentHash(List<Fate> fates, List<RefusedFile> refusedFiles) {
    return refusedFiles.stream()
        .map(f -> "\n" + f.source() + " " + f.rule())
        .sorted()
        .collect(Collectors.joining("", Census.contentHash(fates), ""));
  }

  /**
   * The same with what checks against other rows find of the rows that count.
   *
   * @param across the checks that staging linked rows for
   */
  Counting across(StagedTables staging, List<CrossCheck> across) {
    if (across.isEmpty()) {
      return this;
    }
    Set<String> touched = withMerged();
    boolean linked =
        across.stream().anyMatch(c -> touched.contains(c.table()) || touched.contains(c.other()));
    Staged judged =
        staging.judged(
            staged, linked ? Optional.of(twice) : Optional.empty(), CrossVerdicts.on(across));
    return new Counting(judged, tables, twice, accounting, fates, contentHash);
  }

  /** Tables with rows that count through another one. */
  Set<String> withMerged() {
    return withMerged(fates);
  }

  private static Set<String> withMerged(List<Fate> fates) {
    return fates.stream()
        .filter(f -> f.merged() != null)
        .map(Fate::table)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Refuses a source whose share of refused records exceeds the programme's limit. Records that the
   * sender itself has withdrawn, and rows that are none, are no fault of its data.
   */
  void requireAcceptable(Programme programme, Catalogue catalogue) {
    double most = programme.acceptance().rejectedShareMax();
    programme
        .sources()
        .forEach(
            source -> {
              String id = source.id();
              Set<String> withdrawing = programme.mapping(source, catalogue).withdrawing();
              long in = accounting.total("ingest", id).recordsIn() - withdrawn(id, withdrawing);
              long kept = accounting.total("check", id).accepted();
              if (in > 0 && in - kept > most * in) {
                throw Refusal.data(
                    "source " + id,
                    "%d of %d records were refused, more than the programme allows (%s)"
                            .formatted(in - kept, in, most)
                        + reasons(id),
                    "look at the records in unpublished/quarantine.csv of the private folder and at"
                        + " the rules with 'bin/tidemark check', or raise"
                        + " 'acceptance.rejected_share_max'");
              }
            });
  }

  private long withdrawn(String source, Set<String> rules) {
    return fates.stream()
        .filter(f -> f.source().equals(source) && f.refusal() != null)
        .filter(f -> rules.contains(f.refusal()))
        .mapToLong(Fate::records)
        .sum();
  }

  private String reasons(String source) {
    StringBuilder text = new StringBuilder();
    fates.stream()
        .filter(f -> f.source().equals(source) && f.refusal() != null)
        .sorted(java.util.Comparator.comparing(Fate::file).thenComparing(Fate::refusal))
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
