package org.tidemark.ingest;

/** What becomes of the rows of tables that a registry sends apart, beside being read. */
public enum BesideRule {
  /** A tumour whose patient is in no file: without sex and birth it cannot be counted. */
  NO_PATIENT("CANREG-NO-PATIENT"),
  /** A patient or a notification whose tumour is in no file: rows were lost on the way. */
  NO_TUMOUR("CANREG-NO-TUMOUR"),
  /** A row that was found and counts through its tumour. */
  JOINED("joined"),
  /** A second row of one patient with other content; of these one is read, chosen by content. */
  SAME_KEY("same-key");

  private final String id;

  BesideRule(String id) {
    this.id = id;
  }

  /** The stable id, as it stands in accounting. */
  public String id() {
    return id;
  }

  /** Whether a record's fault is none, but says that it counts through another record. */
  public static boolean merges(String fault) {
    return JOINED.id.equals(fault) || SAME_KEY.id.equals(fault);
  }
}
