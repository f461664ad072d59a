package org.tidemark.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final List<Fate> FATES =
      List.of(
          fate("a.csv", "ingest", "INGEST-FIELDS", null, 3),
          fate("a.csv", "conform", "TYPE-age", null, 2),
          fate("a.csv", "check", "CODE-sex", null, 5),
          fate("a.csv", null, null, "duplicate", 4),
          fate("a.csv", null, null, null, 86),
          fate("b.csv", null, null, null, 7));

  /** Sums of the hashes of other texts than those of the same number. */
  private static final List<Long> TEXTS = List.of(1L, 2L, 3L, 4L);

  @Test
  void eachStageReceivesWhatTheOneBeforeAccepted() {
    Accounting accounting = Ledger.of(FATES);
    assertThat(accounting.total("ingest")).isEqualTo(new Accounting.Totals(107, 104, 3, 0));
    assertThat(accounting.total("conform")).isEqualTo(new Accounting.Totals(104, 102, 2, 0));
    assertThat(accounting.total("check")).isEqualTo(new Accounting.Totals(102, 97, 5, 0));
    assertThat(accounting.total("resolve")).isEqualTo(new Accounting.Totals(97, 93, 0, 4));
  }

  @Test
  void reasonsSplitAFileIntoRowsThatAddUp() {
    assertThat(Ledger.of(FATES).rows())
        .contains(
            new AccountingRow("check", "s", "a.csv", 5, 0, 5, 0, "CODE-sex"),
            new AccountingRow("check", "s", "a.csv", 90, 90, 0, 0, ""),
            new AccountingRow("resolve", "s", "a.csv", 4, 0, 0, 4, "duplicate"));
  }

  @Test
  void theNameOfTheContentForgetsFilesAndOrderButNotRepetition() {
    Fate one = fate("a.csv", null, null, null, 1);
    Fate renamed = fate("z.csv", null, null, null, 1);
    assertThat(Census.contentHash(List.of(one))).isEqualTo(Census.contentHash(List.of(renamed)));
    assertThat(Census.contentHash(List.of(one, renamed)))
        .isNotEqualTo(Census.contentHash(List.of(one)));
  }

  @Test
  void theNameOfTheContentHoldsWhatWasRefused() {
    Fate one = fate("a.csv", null, null, null, 1);
    Fate refused = fate("a.csv", "check", "X", null, 9);
    String name = Census.contentHash(List.of(one, refused));
    assertThat(
            Stream.of(
                List.of(one),
                List.of(one, fate("a.csv", "check", "X", null, 8)),
                List.of(one, fate("a.csv", "check", "Y", null, 9)),
                List.of(one, fate("a.csv", "conform", "X", null, 9)),
                List.of(one, new Fate("tumour", "s", "a.csv", "check", "X", null, 9, TEXTS)),
                List.of(one, new Fate("tumour", "t", "a.csv", "check", "X", null, 9, TEXTS))))
        .extracting(Census::contentHash)
        .doesNotHaveDuplicates()
        .doesNotContain(name);
    assertThat(Census.contentHash(List.of(fate("z.csv", "check", "X", null, 9), one)))
        .isEqualTo(name);
  }

  @Test
  void whatAFileRefusedThatWasHadAlreadyDoesNotRename() {
    Fate one = fate("a.csv", null, null, null, 30);
    Fate refused = fate("a.csv", "check", "X", null, 9);
    Fate again = fate("b.csv", null, null, AlreadyHad.REASON, 30);
    Fate refusedAgain = fate("b.csv", "check", "X", null, 9);
    assertThat(Census.contentHash(List.of(one, refused, again, refusedAgain)))
        .isEqualTo(Census.contentHash(List.of(one, refused)));
  }

  private static Fate fate(String file, String at, String refusal, String merged, long n) {
    return new Fate("tumour", "s", file, at, refusal, merged, n, List.of(n * 7, n * 3, n, 11 * n));
  }
}
