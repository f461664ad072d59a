package org.tidemark.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.tidemark.catalogue.BesideFile;
import scala.Tuple2;

/**
 * Joins the records of tumours with those of the tables that a registry sends apart. Every record
 * of every file comes out once: a tumour with the cells of its patient, a row beside as merged, and
 * one that has no counterpart as refused. One shuffle, sorted, so that a task holds one row beside
 * at a time however large the files are.
 */
final class BesideJoin implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SEPARATOR = "\u0000";

  private final int width;
  private final List<BesideSurvey> beside;
  private final int[] ofTumour;

  private BesideJoin(int width, List<BesideSurvey> beside, int[] ofTumour) {
    this.width = width;
    this.beside = beside;
    this.ofTumour = ofTumour;
  }

  /**
   * A join.
   *
   * @param width how many of the first cells the mapping reads
   */
  static BesideJoin of(Survey tumours, List<BesideSurvey> beside, int width) {
    return new BesideJoin(
        width, List.copyOf(beside), beside.stream().mapToInt(b -> b.ofTumour(tumours)).toArray());
  }

  /**
   * All records, joined.
   *
   * @param rows the records of each of the files beside, in their order
   */
  JavaRDD<RawRecord> records(JavaRDD<RawRecord> tumours, List<JavaRDD<RawRecord>> rows) {
    JavaPairRDD<BesideKey, RawRecord> all = tumours.flatMapToPair(this::tumour);
    for (int i = 0; i < rows.size(); i++) {
      int side = i;
      all = all.union(rows.get(i).mapToPair(row -> beside(side, row)));
    }
    int partitions = Math.max(1, all.getNumPartitions());
    return all.repartitionAndSortWithinPartitions(Links.of(partitions))
        .mapPartitions(sorted -> BesideRecords.of(sorted, this));
  }

  private Iterator<Tuple2<BesideKey, RawRecord>> tumour(RawRecord record) {
    List<Tuple2<BesideKey, RawRecord>> all = new ArrayList<>();
    BesideKey own = alone(record);
    RawRecord kept = record;
    for (int side = 0; side < beside.size(); side++) {
      boolean needed = beside.get(side).file().needed();
      String link = link(side, record, ofTumour[side]);
      if (link != null) {
        all.add(new Tuple2<>(new BesideKey(link, BesideKey.Role.PRESENT, ""), null));
        own = needed ? new BesideKey(link, BesideKey.Role.TUMOUR, "") : own;
      } else if (needed && record.fault() == null) {
        kept = refused(record, BesideRule.NO_PATIENT.id());
      }
    }
    all.add(new Tuple2<>(own, kept));
    return all.iterator();
  }

  private Tuple2<BesideKey, RawRecord> beside(int side, RawRecord record) {
    String link = link(side, record, beside.get(side).ofOwn());
    if (link != null) {
      return new Tuple2<>(new BesideKey(link, BesideKey.Role.BESIDE, order(side, record)), record);
    }
    return new Tuple2<>(
        alone(record),
        record.fault() == null ? refused(record, BesideRule.NO_TUMOUR.id()) : record);
  }

  /** A link that no other table's has; null where the record has none. */
  private static String link(int side, RawRecord record, int at) {
    String value = record.fault() == null ? record.cells()[at] : null;
    return value == null || value.isBlank() ? null : side + SEPARATOR + value.strip();
  }

  private static BesideKey alone(RawRecord record) {
    return new BesideKey(
        record.file() + SEPARATOR + record.recordNumber(), BesideKey.Role.ALONE, "");
  }

  /** Of several rows one that the registry has not withdrawn goes first, then the content says. */
  private String order(int side, RawRecord row) {
    StringBuilder order = new StringBuilder(withdrawn(side, row) == null ? "0" : "1");
    for (int at : beside.get(side).taken()) {
      order.append(SEPARATOR).append(row.cells()[at]);
    }
    return order.toString();
  }

  private String withdrawn(int side, RawRecord row) {
    List<String> wanted = beside.get(side).survey().intake().plan().wanted();
    for (BesideFile.Withdrawn one : beside.get(side).file().withdrawn()) {
      if (one.code().equals(row.cells()[wanted.indexOf(one.column())])) {
        return one.rule();
      }
    }
    return null;
  }

  /** The rule of a row without a tumour: its registry may have withdrawn it on purpose. */
  RawRecord lonely(BesideKey key, RawRecord row) {
    String rule = withdrawn(side(key), row);
    return refused(row, rule == null ? BesideRule.NO_TUMOUR.id() : rule);
  }

  /** Which of the files beside a key's link is of. */
  private static int side(BesideKey key) {
    return Integer.parseInt(key.link().substring(0, key.link().indexOf(SEPARATOR)));
  }

  /** Whether two rows say the same of the columns that are taken. */
  boolean same(BesideKey key, RawRecord one, RawRecord other) {
    return Arrays.stream(beside.get(side(key)).taken())
        .allMatch(at -> java.util.Objects.equals(one.cells()[at], other.cells()[at]));
  }

  /** The tumour with the cells that its row beside has. */
  RawRecord joined(BesideKey key, RawRecord tumour, RawRecord row) {
    String[] cells = Arrays.copyOf(tumour.cells(), width);
    for (int at : beside.get(side(key)).taken()) {
      cells[at] = row.cells()[at] == null ? cells[at] : row.cells()[at];
    }
    return with(tumour, cells, null);
  }

  /** A record as it is, in the mapping's width. */
  RawRecord narrowed(RawRecord record) {
    return with(record, Arrays.copyOf(record.cells(), width), record.fault());
  }

  RawRecord refused(RawRecord record, String rule) {
    return with(record, new String[width], rule);
  }

  private static RawRecord with(RawRecord record, String[] cells, String fault) {
    return new RawRecord(
        record.source(), record.file(), record.recordNumber(), cells, fault, record.text());
  }

  /** Brings all records of one link together. */
  private static final class Links extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int partitions;

    private Links(int partitions) {
      this.partitions = partitions;
    }

    static Links of(int partitions) {
      return new Links(partitions);
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      return ((BesideKey) key).partition(partitions);
    }
  }
}
