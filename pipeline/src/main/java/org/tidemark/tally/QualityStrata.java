package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import scala.Tuple2;

/**
 * The counts behind each quality index, by the strata of all analyses: one pass over the cells, of
 * which there are few, in plain sums.
 */
public final class QualityStrata {
  private static final String ALL = "";

  private QualityStrata() {}

  /**
   * The strata of all analyses.
   *
   * @param cells {@link CaseCells}
   */
  public static JavaRDD<QualityStratum> of(Dataset<Row> cells, List<Analyses.Quality> analyses) {
    List<Analyses.Quality> asked = List.copyOf(analyses);
    StructType columns = cells.schema();
    String partitions = cells.sparkSession().conf().get("spark.sql.shuffle.partitions");
    return cells
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitionsToPair(own -> new Part(columns, asked).strata(own))
        .reduceByKey(QualityStratum::plus, Integer.parseInt(partitions))
        .values();
  }

  /** What one partition's cells add to each stratum. */
  private static final class Part {
    private final int grouping;
    private final int cancer;
    private final int source;
    private final int area;
    private final int sex;
    private final int year;
    private final int[] counts;
    private final List<Analyses.Quality> analyses;

    Part(StructType columns, List<Analyses.Quality> analyses) {
      this.grouping = columns.fieldIndex("grouping");
      this.cancer = columns.fieldIndex("cancer");
      this.source = columns.fieldIndex("source_id");
      this.area = columns.fieldIndex("area");
      this.sex = columns.fieldIndex("sex");
      this.year = columns.fieldIndex("year");
      this.counts = QualityIndex.columns().stream().mapToInt(columns::fieldIndex).toArray();
      this.analyses = analyses;
    }

    Iterator<Tuple2<List<String>, QualityStratum>> strata(Iterator<InternalRow> cells) {
      List<Tuple2<List<String>, QualityStratum>> parts = new ArrayList<>();
      while (cells.hasNext()) {
        InternalRow cell = cells.next();
        for (int i = 0; i < analyses.size(); i++) {
          List<String> by = analyses.get(i).by();
          String wanted = by.contains("cancer") ? analyses.get(i).grouping() : ALL;
          if (wanted.equals(text(cell, grouping))) {
            QualityStratum stratum = stratum(cell, by);
            String years = by.contains("year") ? Integer.toString(stratum.from()) : ALL;
            parts.add(new Tuple2<>(stratum.key(i, years), stratum));
          }
        }
      }
      return parts.iterator();
    }

    private QualityStratum stratum(InternalRow cell, List<String> by) {
      long[] own = new long[counts.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = cell.getLong(counts[i]);
      }
      return new QualityStratum(
          by.contains("area") ? text(cell, area) : ALL,
          by.contains("source") ? text(cell, source) : ALL,
          by.contains("cancer") ? text(cell, cancer) : ALL,
          by.contains("sex") ? text(cell, sex) : ALL,
          cell.getInt(year),
          cell.getInt(year),
          own);
    }

    private static String text(InternalRow cell, int column) {
      return cell.isNullAt(column) ? ALL : cell.getString(column);
    }
  }
}
