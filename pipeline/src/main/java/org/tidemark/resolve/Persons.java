package org.tidemark.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.FindingCount;
import org.tidemark.account.Precedence;
import org.tidemark.account.StagedColumns;
import org.tidemark.account.StagedShape;
import org.tidemark.coding.MultiplePrimaries;

/**
 * Brings the tumours of each person together, whatever the file, submission or registry of one
 * space of person ids, over the person's whole history, and finds those that count as one and the
 * records that disagree. One shuffle of a number a tumour, and of narrow rows of persons who have
 * several; none where the data are one partition; sources without person ids take no part.
 */
public final class Persons implements Serializable {
  /** Where the place of a record stands among the columns that are shuffled. */
  static final int SOURCE = 3;

  /** Where its registry stands, and the tumour's id behind it. */
  static final int REGISTRY = 6;

  /** Where the values begin. */
  static final int VALUES = 8;

  /** The table of tumours. */
  static final String TABLE = "tumour";

  /** Among histories the place of a record within its person: the most trusted is 0. */
  static final String TRUST = "trust";

  private static final long serialVersionUID = 1L;
  private static final String PERSON = "person";
  private static final String SPACE = "id_space";
  private static final String PATIENT = "patient_id";
  private static final List<String> CODES = List.of("topography", "morphology", "behaviour");
  private static final String COUNTED = "counted_";

  private static final StructType COLUMNS =
      StagedShape.found()
          .add(StagedColumns.MERGED, DataTypes.StringType)
          .add("through_source", DataTypes.StringType)
          .add("through_file", DataTypes.StringType)
          .add("through_record", DataTypes.LongType)
          .add("topography", DataTypes.StringType)
          .add("morphology", DataTypes.StringType)
          .add("behaviour", DataTypes.StringType)
          .add(TRUST, DataTypes.IntegerType);

  private final TreeMap<String, String> spaces;
  private final Rules rules;

  private Persons(Map<String, String> spaces, Rules rules) {
    this.spaces = new TreeMap<>(spaces);
    this.rules = rules;
  }

  /**
   * What decides.
   *
   * @param primaries the rules for multiple primaries; null where each tumour counts
   * @param precedence which of two records of one tumour is believed
   * @param submitted source → the day on which it was submitted, where the programme says
   * @param decisions of people on single tumours
   */
  public record Rules(
      MultiplePrimaries primaries,
      Precedence precedence,
      Map<String, String> submitted,
      Decisions decisions)
      implements Serializable {
    /** Copies the map. */
    public Rules {
      submitted = Map.copyOf(submitted);
    }
  }

  /**
   * The persons of some sources.
   *
   * @param spaces source → its space of person ids, or empty where each registry has its own; the
   *     sources that name persons
   */
  public static Persons of(Map<String, String> spaces, Rules rules) {
    return new Persons(spaces, rules);
  }

  /** The same persons, with what people decided on their tumours. */
  public Persons heeding(Decisions decisions) {
    return new Persons(
        spaces, new Rules(rules.primaries(), rules.precedence(), rules.submitted(), decisions));
  }

  /**
   * The records of which there is anything to say: their place, registry, tumour, area and year,
   * the ids of the rules ({@link HistoryRule}), why and through which record they count where they
   * do not themselves, and the codes that they count with where these are not their own.
   *
   * @param tumours accepted rows of {@code tumour} that count so far
   */
  public Dataset<Row> histories(Dataset<Row> tumours) {
    SparkSession spark = tumours.sparkSession();
    Dataset<Row> narrow =
        tumours
            .where(col(StagedColumns.SOURCE).isin(spaces.keySet().toArray()))
            .where(col(PATIENT).isNotNull())
            .withColumn(SPACE, space())
            .select(columns());
    boolean one = spark.conf().get("spark.sql.shuffle.partitions").equals("1");
    Dataset<Row> several = narrow.where(Repeated.among(narrow, PERSON));
    Dataset<Row> together =
        (one ? several : several.repartition(col(PERSON)))
            .sortWithinPartitions(PERSON, SPACE, PATIENT);
    Rules own = rules;
    JavaRDD<InternalRow> rows = together.queryExecution().toRdd().toJavaRDD();
    return spark.createDataFrame(rows.mapPartitions(part -> new PersonRows(part, own)), COLUMNS);
  }

  /**
   * Of histories the rows that count through another one, as {@link Resolution#merged} has them.
   */
  public static Dataset<Row> merged(Dataset<Row> histories) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(StagedColumns.TABLE));
    // What they say is already in the name of the content: the rules that join them are too.
    columns.add(lit(0L).as(StagedColumns.HASH_HIGH));
    columns.add(lit(0L).as(StagedColumns.HASH_LOW));
    StagedColumns.PLACE.forEach(c -> columns.add(col(c)));
    columns.add(col(StagedColumns.MERGED));
    return histories
        .where(col(StagedColumns.MERGED).isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  /** Of histories what there is to look at, as {@code Staged.found} has it. */
  public static Dataset<Row> found(Dataset<Row> histories) {
    return histories
        .where(col(StagedColumns.FINDINGS).notEqual(""))
        .select(
            Stream.of(StagedShape.found().fieldNames()).map(c -> col(c)).toArray(Column[]::new));
  }

  /** The same tumours, those that stand for several with the codes that the rules give them. */
  public static Dataset<Row> counted(Dataset<Row> tumours, Dataset<Row> histories) {
    Stream<Column> codes = CODES.stream().map(c -> col(c).as(COUNTED + c));
    Dataset<Row> changed =
        histories
            .where(col("topography").isNotNull())
            .select(
                Stream.concat(StagedColumns.PLACE.stream().map(c -> col(c)), codes)
                    .toArray(Column[]::new));
    Dataset<Row> joined = tumours.join(changed, StagedColumns.PLACE.toArray(String[]::new), "left");
    Column[] same =
        Stream.of(tumours.columns())
            .map(c -> CODES.contains(c) ? coalesce(col(COUNTED + c), col(c)).as(c) : col(c))
            .toArray(Column[]::new);
    return joined.select(same);
  }

  /** Whether any tumour counts through another one. */
  public static boolean joined(List<FindingCount> counts) {
    return counts.stream().anyMatch(c -> HistoryRule.merging(c.rule()));
  }

  /** The counts of findings: what was merged is told by accounting. */
  public static List<FindingCount> published(List<FindingCount> counts) {
    return counts.stream().filter(c -> !HistoryRule.merging(c.rule())).toList();
  }

  /** Whether two rows are of one person: the hash stands first, the id itself decides. */
  static boolean samePerson(InternalRow one, InternalRow other) {
    return one.getLong(0) == other.getLong(0)
        && Objects.equals(one.getUTF8String(1), other.getUTF8String(1))
        && Objects.equals(one.getUTF8String(2), other.getUTF8String(2));
  }

  private Column space() {
    Column registry = coalesce(col(StagedColumns.REGISTRY), lit(""));
    String cases =
        spaces.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .map(e -> "WHEN '%s' THEN '%s'".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(" "));
    return cases.isEmpty()
        ? registry
        : coalesce(expr("CASE %s %s END".formatted(StagedColumns.SOURCE, cases)), registry);
  }

  private static Column[] columns() {
    Stream<Column> who =
        Stream.of(xxhash64(col(SPACE), col(PATIENT)).as(PERSON), col(SPACE), col(PATIENT));
    Stream<String> rest =
        Stream.of(
                StagedColumns.PLACE,
                List.of(StagedColumns.REGISTRY, StagedColumns.TUMOUR),
                TumourRecord.FIELDS)
            .flatMap(List::stream);
    return Stream.concat(who, rest.map(c -> col(c))).toArray(Column[]::new);
  }
}
