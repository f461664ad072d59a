package org.tidemark.account;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Puts the rows of one partition where they belong, and counts each: accepted rows into their table
 * and, where they have a name, into the index; refused records as they were sent into the
 * quarantine; the rules that records of either kind broke into what was found.
 */
final class StagedPart {
  private final StagedShape shape;
  private final String folder;
  private final Configuration conf;
  private final UTF8String table;
  private final int sourceAt;
  private final int fileAt;
  private final int recordAt;
  private final int registryAt;
  private final int tumourAt;
  private final int linksAt;

  private StagedPart(StagedShape shape, String folder, Configuration conf) {
    this.shape = shape;
    this.folder = folder;
    this.conf = conf;
    this.table = UTF8String.fromString(shape.table());
    // Looked up once: to find a column by its name costs more than to read it.
    this.sourceAt = shape.at(StagedColumns.SOURCE);
    this.fileAt = shape.at(StagedColumns.FILE);
    this.recordAt = shape.at(StagedColumns.RECORD);
    this.registryAt = shape.find(StagedColumns.REGISTRY);
    this.tumourAt = shape.find(StagedColumns.TUMOUR);
    this.linksAt = shape.find(StagedColumns.LINKS);
  }

  static StagedPart of(StagedShape shape, String folder, Configuration conf) {
    return new StagedPart(shape, folder, conf);
  }

  /**
   * Keeps the rows of a partition, the same under the same names however often it is tried.
   *
   * @param part the partition's name among those of its table
   * @param attempt tells tries from each other
   */
  PartCount keep(String part, Iterator<InternalRow> rows, long attempt) throws IOException {
    String name = String.format(Locale.ROOT, "%s-%s.parquet", shape.table(), part);
    try (RowsFile kept = file(shape.table(), name, shape.stored(), attempt);
        RowsFile index = file(StagedTables.INDEX, name, Index.columns(), attempt);
        RowsFile quarantine =
            file(StagedTables.QUARANTINE, name, StagedShape.quarantine(), attempt);
        RowsFile found = file(StagedTables.FOUND, name, StagedShape.found(), attempt);
        RowsFile links = file(StagedTables.LINKS, name, Link.columns(), attempt)) {
      PartCount count = sort(rows, kept, index, quarantine, found, links);
      kept.finish();
      index.finish();
      quarantine.finish();
      found.finish();
      links.finish();
      return count;
    }
  }

  private PartCount sort(
      Iterator<InternalRow> rows,
      RowsFile kept,
      RowsFile index,
      RowsFile quarantine,
      RowsFile found,
      RowsFile links)
      throws IOException {
    PartAccount account = PartAccount.of(shape);
    IndexRows indexRows = IndexRows.of(shape);
    Set<UTF8String> refusing =
        shape.refusing().stream().map(UTF8String::fromString).collect(Collectors.toSet());
    int refusedAt = shape.at(StagedColumns.REFUSED_AT);
    int refusal = shape.at(StagedColumns.REFUSAL);
    int findings = shape.at(StagedColumns.FINDINGS);
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      account.dated(row);
      boolean before = !row.isNullAt(refusal);
      UTF8String rule =
          before ? row.getUTF8String(refusal) : first(row.getUTF8String(findings), refusing);
      if (!before) {
        account.found(row);
      }
      if (before && StagedTables.RESOLVE.equals(row.getUTF8String(refusedAt))) {
        account.merged(row, rule);
        continue;
      }
      if (rule == null) {
        account.accepted(row);
        kept.add(row);
        link(row, links);
        InternalRow indexed = indexRows.of(row);
        if (indexed != null) {
          account.indexed();
          index.add(indexed);
        }
      } else {
        UTF8String stage = before ? row.getUTF8String(refusedAt) : StagedTables.CHECK;
        account.refused(row, stage, rule);
        quarantine.add(quarantined(row, stage, rule));
      }
      UTF8String broken = before ? rule : row.getUTF8String(findings);
      if (broken.numBytes() > 0) {
        account.listed();
        found.add(found(row, broken));
      }
    }
    return account.count();
  }

  private void link(InternalRow row, RowsFile links) throws IOException {
    UTF8String all = text(row, linksAt);
    if (all != null && all.numBytes() > 0) {
      InternalRow place = found(row, StagedTables.BLANK);
      for (String link : all.toString().split(Link.ROWS, -1)) {
        links.add(Link.row(link, place));
      }
    }
  }

  private static UTF8String first(UTF8String findings, Set<UTF8String> refusing) {
    if (findings.numBytes() == 0) {
      return null;
    }
    for (UTF8String rule : findings.split(StagedTables.BLANK, -1)) {
      if (refusing.contains(rule)) {
        return rule;
      }
    }
    return null;
  }

  private InternalRow quarantined(InternalRow row, UTF8String stage, UTF8String rule) {
    return new GenericInternalRow(
        new Object[] {
          row.getUTF8String(sourceAt),
          row.getUTF8String(fileAt),
          row.getLong(recordAt),
          table,
          stage,
          rule,
          row.getUTF8String(shape.at(StagedColumns.RAW))
        });
  }

  private InternalRow found(InternalRow row, UTF8String rules) {
    return new GenericInternalRow(
        new Object[] {
          row.getUTF8String(sourceAt),
          row.getUTF8String(fileAt),
          row.getLong(recordAt),
          table,
          text(row, registryAt),
          text(row, tumourAt),
          UTF8String.fromString(shape.area(row)),
          UTF8String.fromString(shape.year(row)),
          rules
        });
  }

  private static UTF8String text(InternalRow row, int at) {
    return at < 0 || row.isNullAt(at) ? null : row.getUTF8String(at);
  }

  private RowsFile file(String table, String name, StructType columns, long attempt) {
    return RowsFile.at(
        new Path(new Path(folder, table), name), columns, shape.varied(), attempt, conf);
  }
}
