package org.tidemark.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    Fate refused = fate("a.csv", "check", "X", null, 9);
    assertThat(Census.contentHash(List.of(one, refused)))
        .isEqualTo(Census.contentHash(List.of(one)));
  }

  private static Fate fate(String file, String at, String refusal, String merged, long n) {
    return new Fate("tumour", "s", file, at, refusal, merged, n, List.of(n * 7, n * 3, n, 11 * n));
  }
}
