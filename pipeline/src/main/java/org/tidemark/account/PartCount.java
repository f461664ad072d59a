package org.tidemark.account;

import java.io.Serializable;
import java.util.List;

/**
 * The account of one task: what became of each record it read. It travels with the task's result,
 * so that each record is counted once however often a task was tried.
 *
 * @param kept rows of the table that the task stored
 * @param keyed rows that the task wrote into the index
 * @param refused records that the task put into the quarantine
 * @param found records, refused or not, that broke a rule
 * @param fates the records by file and by what became of them
 * @param findings failed checks
 * @param years the years of the source's date, if its table has one
 * @param notApplicable checks that said nothing of a record, by rule, source and file; empty where
 *     outcomes are not counted
 */
public record PartCount(
    String table,
    long kept,
    long keyed,
    long refused,
    long found,
    List<Fate> fates,
    List<FindingCount> findings,
    List<YearCount> years,
    List<FindingCount> notApplicable)
    implements Serializable {
  /** Copies the lists. */
  public PartCount {
    fates = List.copyOf(fates);
    findings = List.copyOf(findings);
    years = List.copyOf(years);
    notApplicable = List.copyOf(notApplicable);
  }
}
