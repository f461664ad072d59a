package org.tidemark.account;

import java.io.Serializable;

/**
 * One row of the {@code accounting} table.
 *
 * @param stage ingest, conform, check or resolve
 * @param source the source's id
 * @param file the file's name as the programme names it
 * @param recordsIn records that entered
 * @param accepted records that went on
 * @param rejected records that went to the quarantine
 * @param merged records that count through another one; only in resolve
 * @param reason the rule that rejected or merged them; empty for the accepted
 */
public record AccountingRow(
    String stage,
    String source,
    String file,
    long recordsIn,
    long accepted,
    long rejected,
    long merged,
    String reason)
    implements Serializable {
  /** Holds the identity of accounting. */
  public AccountingRow {
    if (recordsIn != accepted + rejected + merged) {
      throw new IllegalArgumentException(
          "accounting of stage " + stage + ", source " + source + " does not add up");
    }
  }
}
