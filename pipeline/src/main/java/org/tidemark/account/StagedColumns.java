package org.tidemark.account;

import java.util.List;

/**
 * The columns that every staged row carries behind the fields of its table: its place, the hash of
 * its content, and why it was refused if it was.
 */
public final class StagedColumns {
  /** The source's id. */
  public static final String SOURCE = "source_id";

  /** The file's name as the programme names it. */
  public static final String FILE = "source_file";

  /** The record's number in its file, from 1, as its sender counts. */
  public static final String RECORD = "record_number";

  /** First half of the hash of the content. */
  public static final String HASH_HIGH = "hash_high";

  /** Second half of the hash of the content. */
  public static final String HASH_LOW = "hash_low";

  /** The stage that refused the record; null where none did. */
  public static final String REFUSED_AT = "refused_at";

  /** The rule that refused the record; null where none did. */
  public static final String REFUSAL = "refusal";

  /** The record as it was sent, kept only of refused records. */
  public static final String RAW = "raw";

  /** The ids of all declared checks that the record failed. */
  public static final String FINDINGS = "findings";

  /** Why a row counts through another one; null where it counts itself. */
  public static final String MERGED = "merged";

  /** The three columns of a record's place. */
  public static final List<String> PLACE = List.of(SOURCE, FILE, RECORD);

  private StagedColumns() {}
}
