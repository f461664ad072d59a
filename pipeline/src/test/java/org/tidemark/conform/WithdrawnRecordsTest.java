package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.HeaderForms;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.SourceRules;
import org.tidemark.catalogue.Spelling;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.ingest.RawRecord;
import org.tidemark.ingest.RawText;
import org.tidemark.testing.SparkSessionExtension;

/** Each record refused under the first rule that holds, and no other record touched. */
@DisplayName("Records that their sender has withdrawn")
@ExtendWith(SparkSessionExtension.class)
class WithdrawnRecordsTest {
  private static final TableSchema TABLE =
      new TableSchema(
          "tumour",
          "tumours",
          List.of(field("tumour_id", FieldType.STRING), field("age", FieldType.INTEGER)),
          List.of("tumour_id"),
          Optional.empty());

  private static final Mapping MAPPING =
      new Mapping(
          "canreg5",
          "tumour",
          TextFormat.STANDARD,
          Map.of("Tumeur", "tumour_id", "Âge", "age"),
          inputs("Statut", "Périmé", "Contrôle"),
          Map.of(),
          Map.of(),
          Map.of(),
          Spelling.SHARED,
          Map.of(),
          List.of(),
          List.of(),
          false,
          false,
          new SourceRules(
              HeaderForms.EXACT,
              List.of("Périmé"),
              List.of(),
              inOrder("DELETED", "`Statut` = '2'", "OBSOLETE", "COALESCE(`Périmé` = '1', FALSE)"),
              List.of(check("Contrôle")),
              List.of(),
              Map.of(),
              List.of(),
              List.of()));

  private static Map<String, FieldType> inputs(String... columns) {
    Map<String, FieldType> inputs = new LinkedHashMap<>();
    for (String column : columns) {
      inputs.put(column, FieldType.STRING);
    }
    return inputs;
  }

  private static Map<String, String> inOrder(String... rules) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (int i = 0; i < rules.length; i += 2) {
      ordered.put(rules[i], rules[i + 1]);
    }
    return ordered;
  }

  private static Check check(String column) {
    return new Check(
        "CHECKED",
        1,
        "tumour",
        Check.Severity.QUERY,
        List.of(column),
        "",
        "`" + column + "` <> '0'",
        "test",
        Map.of());
  }

  private static Field field(String name, FieldType type) {
    return new Field(name, type, false, false, "", List.of(), "", name, "test");
  }

  /** One record a line: tumour, age, record status, obsolete flag; a dash for an empty cell. */
  private static Dataset<Row> conformed(SparkSession spark, String... lines) {
    Conformer conformer = Conformer.of(TABLE, MAPPING);
    List<RawRecord> records = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.replace('-', ' ').split(",");
      Map<String, String> sent =
          Map.of(
              "Tumeur",
              cells[0],
              "Âge",
              cells[1],
              "Statut",
              cells[2],
              "Périmé",
              cells[3],
              "Contrôle",
              "0");
      records.add(
          new RawRecord(
              "nord",
              "export.txt",
              records.size() + 1,
              conformer.plan().wanted().stream().map(sent::get).toArray(String[]::new),
              null,
              RawText.ofText(line)));
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return Conform.rows(spark, context.parallelize(records, 1), conformer, TABLE, MAPPING);
  }

  @Test
  void areRefusedUnderTheFirstRuleThatHolds(SparkSession spark) {
    List<Row> rows =
        conformed(spark, "a,50,1,0", "b,50,2,0", "c,50,1,1", "d,50,2,1", "e,50,-,-", "f,x,2,1")
            .select("tumour_id", StagedColumns.REFUSED_AT, StagedColumns.REFUSAL)
            .collectAsList();
    assertThat(rows)
        .extracting(row -> row.getString(1) + " " + row.getString(2))
        .containsExactly(
            "null null",
            "conform DELETED",
            "conform OBSOLETE",
            "conform DELETED",
            "null null",
            "conform TYPE-age");
  }

  @Test
  void onlyInputsOfTheSourcesChecksStayBehindTheFields(SparkSession spark) {
    assertThat(conformed(spark, "a,50,1,0").columns())
        .contains("tumour_id", "age", "Contrôle")
        .doesNotContain("Statut", "Périmé");
  }

  @Test
  void aColumnThatMayBeMissingIsNotRequired() {
    assertThat(Conformer.of(TABLE, MAPPING).plan().required())
        .containsExactlyInAnyOrder("Tumeur", "Âge", "Statut", "Contrôle");
  }
}
