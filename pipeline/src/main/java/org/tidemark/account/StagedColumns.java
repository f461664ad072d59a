package org.tidemark.account;

import java.util.List;

/**
 * The columns that every conformed and checked row carries behind the fields of its table. The
 * first four are stored with it; the others decide where it goes.
 */
public final class StagedColumns {
  /** The source's id. */
  public static final String SOURCE = "source_id";

  /** The file's name as the programme names it. */
  public static final String FILE = "source_file";

  /** The record's number in its file, from 1, as its sender counts. */
  public static final String RECORD = "record_number";

  /** The ids of all declared checks that the record failed, separated by blanks. */
  public static final String FINDINGS = "findings";

  /** The stage before the checks that refused the record; null where none did. */
  public static final String REFUSED_AT = "refused_at";

  /** The rule of that stage that refused the record; null where none did. */
  public static final String REFUSAL = "refusal";

  /**
   * In place of that stage: the record is not refused, but counts through another one since its
   * files were joined; the rule says why.
   */
  public static final String MERGED_AT = "resolve";

  /** The record as it was sent. */
  public static final String RAW = "raw";

  /** First half of the hash of the content. */
  public static final String HASH_HIGH = "hash_high";

  /** Second half of the hash of the content. */
  public static final String HASH_LOW = "hash_low";

  /**
   * Before the id of a finding that somebody reviewed and found correct: it no longer refuses, and
   * counts as overridden.
   */
  public static final String OVERRIDDEN = "~";

  /**
   * The ids of the checks that say nothing of the record, separated by blanks: behind all other
   * columns, and only where outcomes are counted.
   */
  public static final String NOT_APPLICABLE = "not_applicable";

  /**
   * What the row says to checks against other rows, as {@link Link} reads it: behind all other
   * columns, and only of tables that such a check looks at.
   */
  public static final String LINKS = "links";

  /**
   * A keyed code of the name that a record's person has, where the source says which columns hold
   * it: it passes from reading to {@link #LINKS} and is kept with no row.
   */
  public static final String NAME_CODE = "name_code";

  /** The registry of a tumour, where the table has it. */
  public static final String REGISTRY = "registry_id";

  /** The tumour's id within its registry, where the table has it. */
  public static final String TUMOUR = "tumour_id";

  /** The area of a record with findings; empty where it has none. */
  public static final String AREA = "area";

  /** The year of a record with findings; empty where it has none. */
  public static final String PERIOD = "period";

  /** Why a row counts through another one; null where it counts itself. */
  public static final String MERGED = "merged";

  /** The table of a row where rows of several tables lie together. */
  public static final String TABLE = "table";

  /** The three columns of a record's place. */
  public static final List<String> PLACE = List.of(SOURCE, FILE, RECORD);

  /** The columns stored behind the fields. */
  public static final List<String> STORED = List.of(SOURCE, FILE, RECORD, FINDINGS);

  /** The columns that are not stored, behind those that are. */
  public static final List<String> PASSING = List.of(REFUSED_AT, REFUSAL, RAW, HASH_HIGH, HASH_LOW);

  private StagedColumns() {}
}
