package org.tidemark.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.FindingCount;
import org.tidemark.account.StagedColumns;
import org.tidemark.account.StagedShape;

/**
 * Fills what a tumour's record does not say from the records of the same tumour that other
 * registries of its id space sent and that count through it, the most trusted first. Each {@link
 * Part} comes from one record, and from none of which a check found more than that something is
 * missing; every filling is a finding of the record that was filled. Tumours that count as one by
 * the rules for multiple primaries are not the same tumour, and fill nothing; nor does a version
 * that was replaced.
 */
public final class Filling {
  private static final String THROUGH = "through_";
  private static final String GIVING = "giving";
  private static final String FILLED = "filled_";
  private static final String DATE = "incidence_date";
  private static final List<String> CODES =
      List.of("topography", "morphology", "behaviour", "laterality");

  /** What decides whether another record is of the same tumour. */
  private static final List<String> IDENTITY =
      Stream.concat(Stream.of(StagedColumns.REGISTRY, DATE), CODES.stream()).toList();

  /** Nothing was found, or only that something is missing: such rules end so. */
  private static final String ONLY_MISSING = "^([^ ]+-MISSING( |$))*$";

  private static final int YEAR = 4;

  private Filling() {}

  /** Whether any record counts through one of the same tumour, by what a history found. */
  public static boolean possible(List<FindingCount> counts) {
    return counts.stream().anyMatch(c -> c.rule().equals(HistoryRule.MP_SAME_TUMOUR.id()));
  }

  /**
   * The records that are filled: what {@code Staged.found} has of them, and the values of all
   * fields that may be filled; those of a part hold where the findings have its rule.
   *
   * @param tumours accepted rows of {@code tumour} that {@link Persons#histories} was made of
   * @param histories what it gave
   * @param decisions of people on single tumours
   */
  public static Dataset<Row> of(Dataset<Row> tumours, Dataset<Row> histories, Decisions decisions) {
    List<String> columns = Arrays.asList(tumours.columns());
    List<Part> parts =
        Stream.of(Part.values()).filter(p -> columns.containsAll(p.fields())).toList();
    StructType schema = StagedShape.found();
    for (String field : fields(parts)) {
      schema = schema.add(FILLED + field, tumours.schema().apply(field).dataType());
    }
    return tumours
        .sparkSession()
        .createDataFrame(
            together(tumours, histories, parts)
                .toJavaRDD()
                .mapPartitions(rows -> filled(rows, parts, decisions)),
            schema);
  }

  /** The same tumours with what was filled. */
  public static Dataset<Row> counted(Dataset<Row> tumours, Dataset<Row> filled) {
    Dataset<Row> values =
        filled.drop(
            StagedColumns.TABLE,
            StagedColumns.REGISTRY,
            StagedColumns.TUMOUR,
            StagedColumns.AREA,
            StagedColumns.PERIOD);
    Dataset<Row> joined =
        tumours.join(
            values.withColumnRenamed(StagedColumns.FINDINGS, FILLED),
            StagedColumns.PLACE.toArray(String[]::new),
            "left");
    Map<String, Part> byField = new HashMap<>();
    for (Part part : Part.values()) {
      part.fields().forEach(field -> byField.put(field, part));
    }
    List<String> given = Arrays.asList(filled.columns());
    return joined.select(
        Stream.of(tumours.columns())
            .map(c -> given.contains(FILLED + c) ? value(c, byField.get(c)) : col(c))
            .toArray(Column[]::new));
  }

  /** Of filled records what there is to look at, as {@code Staged.found} has it. */
  public static Dataset<Row> found(Dataset<Row> filled) {
    return filled.select(
        Stream.of(StagedShape.found().fieldNames()).map(c -> col(c)).toArray(Column[]::new));
  }

  private static Column value(String field, Part part) {
    return when(col(FILLED).contains(part.rule().id()), col(FILLED + field))
        .otherwise(col(field))
        .as(field);
  }

  /** Each record through which others of its tumour count, with those, the most trusted first. */
  private static Dataset<Row> together(
      Dataset<Row> tumours, Dataset<Row> histories, List<Part> parts) {
    String[] place = StagedColumns.PLACE.toArray(String[]::new);
    Column[] pair =
        Stream.of(place, new String[] {THROUGH + 0, THROUGH + 1, THROUGH + 2, Persons.TRUST})
            .flatMap(Stream::of)
            .map(c -> col(c))
            .toArray(Column[]::new);
    Dataset<Row> pairs =
        histories
            .where(col(StagedColumns.MERGED).equalTo(HistoryRule.MP_SAME_TUMOUR.id()))
            .withColumnRenamed("through_source", THROUGH + 0)
            .withColumnRenamed("through_file", THROUGH + 1)
            .withColumnRenamed("through_record", THROUGH + 2)
            .select(pair);
    Column[] said = columns(asked(parts));
    Column[] giving =
        Stream.concat(Stream.of(col(Persons.TRUST)), Stream.of(said)).toArray(Column[]::new);
    Dataset<Row> others =
        tumours
            .where(col(StagedColumns.FINDINGS).rlike(ONLY_MISSING))
            .join(pairs, place)
            .groupBy(THROUGH + 0, THROUGH + 1, THROUGH + 2)
            .agg(sort_array(collect_list(struct(giving))).as(GIVING))
            .withColumnRenamed(THROUGH + 0, place[0])
            .withColumnRenamed(THROUGH + 1, place[1])
            .withColumnRenamed(THROUGH + 2, place[2]);
    List<String> who = new ArrayList<>(StagedColumns.PLACE);
    who.addAll(List.of(StagedColumns.TUMOUR, StagedColumns.AREA));
    Column[] own =
        Stream.of(columns(who), said, new Column[] {col(GIVING)})
            .flatMap(Stream::of)
            .toArray(Column[]::new);
    return tumours.join(others, place).select(own);
  }

  private static Iterator<Row> filled(Iterator<Row> rows, List<Part> parts, Decisions decisions) {
    List<Row> filled = new ArrayList<>();
    rows.forEachRemaining(
        row -> {
          Map<Part, Row> from = from(row, parts);
          if (!from.isEmpty()) {
            filled.add(row(row, parts, from, decisions));
          }
        });
    return filled.iterator();
  }

  /** Which record gives which part. */
  private static Map<Part, Row> from(Row row, List<Part> parts) {
    Map<String, String> own = texts(row, parts);
    Map<Part, Row> from = new EnumMap<>(Part.class);
    for (Row other : row.<Row>getList(row.fieldIndex(GIVING))) {
      Map<String, String> others = texts(other, parts);
      if (sameTumour(own, others)) {
        parts.stream()
            .filter(part -> part.fills(own, others))
            .forEach(part -> from.putIfAbsent(part, other));
      }
    }
    return from;
  }

  /** A record may count at the end through a primary that is another tumour. */
  private static boolean sameTumour(Map<String, String> one, Map<String, String> other) {
    return !Objects.equals(one.get(StagedColumns.REGISTRY), other.get(StagedColumns.REGISTRY))
        && TumourRecord.sameTumour(codes(one), codes(other))
        && TumourRecord.agree(one.get(DATE), other.get(DATE));
  }

  private static List<String> codes(Map<String, String> values) {
    return CODES.stream().map(values::get).toList();
  }

  private static Row row(Row own, List<Part> parts, Map<Part, Row> from, Decisions decisions) {
    Set<HistoryRule> rules = EnumSet.noneOf(HistoryRule.class);
    from.keySet().forEach(part -> rules.add(part.rule()));
    String registry = own.getAs(StagedColumns.REGISTRY);
    String tumour = own.getAs(StagedColumns.TUMOUR);
    String date = own.getAs(DATE);
    List<Object> cells = new ArrayList<>();
    StagedColumns.PLACE.forEach(c -> cells.add(own.getAs(c)));
    Collections.addAll(
        cells,
        Persons.TABLE,
        registry,
        tumour,
        Objects.requireNonNullElse(own.getAs(StagedColumns.AREA), ""),
        date == null ? "" : date.substring(0, Math.min(YEAR, date.length())),
        PersonHistory.ids(rules, decisions.on(registry, tumour)));
    for (Part part : parts) {
      Row giving = from.get(part);
      part.fields().forEach(f -> cells.add(giving == null ? null : giving.getAs(f)));
    }
    return RowFactory.create(cells.toArray());
  }

  private static Map<String, String> texts(Row row, List<Part> parts) {
    Map<String, String> texts = new HashMap<>();
    for (String field : asked(parts)) {
      Object value = row.getAs(field);
      if (value != null) {
        texts.put(field, value.toString());
      }
    }
    return texts;
  }

  private static List<String> asked(List<Part> parts) {
    return Stream.concat(IDENTITY.stream(), fields(parts).stream()).distinct().toList();
  }

  private static List<String> fields(List<Part> parts) {
    return parts.stream().flatMap(part -> part.fields().stream()).toList();
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(c -> col(c)).toArray(Column[]::new);
  }
}
