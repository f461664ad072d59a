package org.tidemark.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of the {@code accounting} table, in order, and the proof that nothing was lost or
 * invented between the stages: what one stage accepted is what the next one received, for every
 * file.
 *
 * @param rows the rows by stage, source, file and reason
 */
public record Accounting(List<AccountingRow> rows) {
  /** The stages that account for records, in the order records pass them. */
  public static final List<String> STAGES = List.of("ingest", "conform", "check", "resolve");

  /** Only tables whose rows may count through one another pass it. */
  private static final String OPTIONAL_STAGE = "resolve";

  private static final Comparator<AccountingRow> ORDER =
      Comparator.comparingInt((AccountingRow r) -> STAGES.indexOf(r.stage()))
          .thenComparing(AccountingRow::source)
          .thenComparing(AccountingRow::file)
          .thenComparing(AccountingRow::reason);

  /**
   * Sums of some rows; recordsIn = accepted + rejected + merged.
   *
   * @param recordsIn records that entered
   * @param accepted records that went on
   * @param rejected records that went to the quarantine
   * @param merged records that count through another one
   */
  public record Totals(long recordsIn, long accepted, long rejected, long merged) {
    private static final Totals NONE = new Totals(0, 0, 0, 0);

    private Totals plus(AccountingRow row) {
      return new Totals(
          Math.addExact(recordsIn, row.recordsIn()),
          Math.addExact(accepted, row.accepted()),
          Math.addExact(rejected, row.rejected()),
          Math.addExact(merged, row.merged()));
    }
  }

  private record Place(String source, String file) {}

  /** Orders the rows; a stage that accounts for nothing is a defect. */
  public Accounting {
    for (AccountingRow row : rows) {
      if (!STAGES.contains(row.stage())) {
        throw new IllegalArgumentException("accounting knows no stage " + row.stage());
      }
    }
    rows = rows.stream().sorted(ORDER).toList();
  }

  /** Accounting from rows in any order. */
  public static Accounting of(Collection<AccountingRow> rows) {
    return new Accounting(List.copyOf(rows));
  }

  /** The sums of a stage. */
  public Totals total(String stage) {
    return sum(rows.stream().filter(r -> r.stage().equals(stage)).toList());
  }

  /** The sums of one source in a stage. */
  public Totals total(String stage, String source) {
    return sum(
        rows.stream().filter(r -> r.stage().equals(stage) && r.source().equals(source)).toList());
  }

  /**
   * Proves that the stages join.
   *
   * @return this accounting
   * @throws IllegalStateException if a stage received other than the one before accepted, a defect
   *     of ours; it names stage, source, file and both counts
   */
  public Accounting assertContinuous() {
    rows.stream()
        .collect(Collectors.groupingBy(r -> new Place(r.source(), r.file())))
        .forEach(Accounting::assertContinuous);
    return this;
  }

  /**
   * Proves that every record that the survey of a file counted was received.
   *
   * @throws IllegalStateException if another number was, a defect of ours; it names source, file
   *     and both counts
   */
  public void assertReceived(String source, String file, long surveyed) {
    long received =
        sum(rows.stream()
                .filter(r -> r.stage().equals(STAGES.get(0)))
                .filter(r -> r.source().equals(source) && r.file().equals(file))
                .toList())
            .recordsIn();
    if (received != surveyed) {
      throw new IllegalStateException(
          "accounting of source "
              + source
              + ", file "
              + file
              + ": the survey counted "
              + surveyed
              + " records, "
              + received
              + " were received");
    }
  }

  private static void assertContinuous(Place place, List<AccountingRow> rows) {
    Map<String, List<AccountingRow>> byStage =
        rows.stream().collect(Collectors.groupingBy(AccountingRow::stage));
    long passed = sum(byStage.getOrDefault(STAGES.get(0), List.of())).accepted();
    for (String stage : STAGES.subList(1, STAGES.size())) {
      List<AccountingRow> here = byStage.get(stage);
      if (here == null && stage.equals(OPTIONAL_STAGE)) {
        continue;
      }
      Totals totals = here == null ? Totals.NONE : sum(here);
      if (totals.recordsIn() != passed) {
        throw new IllegalStateException(
            "accounting of source "
                + place.source()
                + ", file "
                + place.file()
                + ": stage "
                + stage
                + " received "
                + totals.recordsIn()
                + " records, the one before accepted "
                + passed);
      }
      passed = totals.accepted();
    }
  }

  private static Totals sum(List<AccountingRow> rows) {
    Totals totals = Totals.NONE;
    for (AccountingRow row : rows) {
      totals = totals.plus(row);
    }
    return totals;
  }
}
