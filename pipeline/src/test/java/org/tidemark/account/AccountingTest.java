package org.tidemark.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.account.Accounting.Totals;

final class AccountingTest {
  private static final List<AccountingRow> ROWS =
      List.of(
          row("ingest", "a.csv", 9, 9, 0, ""),
          row("ingest", "a.csv", 1, 0, 0, "ING-01"),
          row("ingest", "b.csv", 5, 5, 0, ""),
          row("conform", "a.csv", 8, 8, 0, ""),
          row("conform", "a.csv", 1, 0, 0, "CON-02"),
          row("conform", "b.csv", 5, 5, 0, ""),
          row("check", "a.csv", 8, 8, 0, ""),
          row("check", "b.csv", 5, 5, 0, ""),
          row("resolve", "a.csv", 6, 6, 0, ""),
          row("resolve", "a.csv", 2, 0, 2, "RES-01"));

  @Test
  void rowsAreOrderedHoweverTheyCome() {
    List<AccountingRow> shuffled = new ArrayList<>(ROWS);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(Accounting.of(shuffled)).isEqualTo(Accounting.of(ROWS));
    assertThat(Accounting.of(shuffled).rows())
        .extracting(AccountingRow::stage)
        .startsWith("ingest", "ingest", "ingest", "conform")
        .endsWith("resolve", "resolve");
  }

  @Test
  void stagesThatJoinPass() {
    Accounting accounting = Accounting.of(ROWS);
    assertThat(accounting.assertContinuous()).isSameAs(accounting);
  }

  @Test
  void totalsAddUp() {
    Accounting accounting = Accounting.of(ROWS);
    assertThat(accounting.total("ingest")).isEqualTo(new Totals(15, 14, 1, 0));
    assertThat(accounting.total("resolve", "north")).isEqualTo(new Totals(8, 6, 0, 2));
    assertThat(accounting.total("resolve", "south")).isEqualTo(new Totals(0, 0, 0, 0));
  }

  @Test
  void lostRecordIsNamedByPlaceWithBothCounts() {
    List<AccountingRow> rows = new ArrayList<>(ROWS);
    rows.removeIf(r -> r.stage().equals("check") && r.file().equals("b.csv"));
    rows.add(row("check", "b.csv", 4, 4, 0, ""));
    assertThatIllegalStateException()
        .isThrownBy(() -> Accounting.of(rows).assertContinuous())
        .withMessage(
            "accounting of source north, file b.csv: stage check received 4 records, "
                + "the one before accepted 5");
  }

  @Test
  void fileThatVanishesOrAppearsIsADefect() {
    List<AccountingRow> vanished = new ArrayList<>(ROWS);
    vanished.removeIf(r -> r.stage().equals("check"));
    assertThatIllegalStateException()
        .isThrownBy(() -> Accounting.of(vanished).assertContinuous())
        .withMessageContaining("stage check received 0 records");
    List<AccountingRow> appeared = new ArrayList<>(ROWS);
    appeared.add(row("resolve", "c.csv", 1, 1, 0, ""));
    assertThatIllegalStateException()
        .isThrownBy(() -> Accounting.of(appeared).assertContinuous())
        .withMessageContaining("file c.csv: stage resolve received 1 records");
  }

  @Test
  void filesOfTheSameNameFromTwoSourcesAreTwo() {
    List<AccountingRow> rows =
        List.of(
            new AccountingRow("ingest", "north", "x", 2, 2, 0, 0, ""),
            new AccountingRow("conform", "south", "x", 2, 2, 0, 0, ""));
    assertThatIllegalStateException().isThrownBy(() -> Accounting.of(rows).assertContinuous());
  }

  @Test
  void refusedFileNeedsNoFurtherStages() {
    AccountingRow refused = new AccountingRow("ingest", "north", "r.csv", 7, 0, 7, 0, "ING-09");
    assertThat(Accounting.of(List.of(refused)).assertContinuous().rows()).hasSize(1);
  }

  @Test
  void unknownStageIsADefect() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Accounting.of(List.of(row("guess", "a.csv", 1, 1, 0, ""))))
        .withMessageContaining("guess");
  }

  @Test
  void rowThatDoesNotAddUpIsADefect() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccountingRow("check", "north", "a.csv", 3, 1, 1, 0, ""))
        .withMessageContaining("does not add up");
  }

  private static AccountingRow row(
      String stage, String file, long in, long accepted, long merged, String reason) {
    return new AccountingRow(
        stage, "north", file, in, accepted, in - accepted - merged, merged, reason);
  }
}
