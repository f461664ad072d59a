package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.ingest.RawRecord;
import org.tidemark.ingest.RawText;

/** From the columns and codes of a source to a row of the shared schema. */
class ConformerTest {
  private static final TableSchema TABLE =
      new TableSchema(
          "tumour",
          "One tumour",
          List.of(
              field("registry_id", FieldType.STRING, ""),
              field("tumour_id", FieldType.STRING, ""),
              field("sex", FieldType.STRING, "sex"),
              field("age", FieldType.INTEGER, ""),
              field("incidence_date", FieldType.DATE, ""),
              field("topography", FieldType.STRING, "topography")),
          List.of("registry_id", "tumour_id"),
          Optional.empty());

  private static final Mapping MAPPING =
      new Mapping(
          "north",
          "tumour",
          TextFormat.STANDARD,
          Map.of(
              "id",
              "tumour_id",
              "sexo",
              "sex",
              "edad",
              "age",
              "fecha",
              "incidence_date",
              "sitio",
              "topography"),
          Map.of("dias", FieldType.INTEGER),
          Map.of("registry_id", "north"),
          Map.of("sex", Map.of("H", "1", "M", "2")),
          Map.of("age", List.of("999")),
          Map.of("incidence_date", "dd/MM/yyyy"),
          Map.of(),
          List.of("notas"),
          List.of(),
          false,
          false);

  private static final Conformer CONFORMER = Conformer.of(TABLE, MAPPING);

  @Test
  void recodesReadsAndBringsSpellingsTogether() {
    Row row = conform("7", "M", "54", "03/07/2019", "C50.9", "12");
    assertThat(row.<String>getAs("registry_id")).isEqualTo("north");
    assertThat(row.<String>getAs("tumour_id")).isEqualTo("7");
    assertThat(row.<String>getAs("sex")).isEqualTo("2");
    assertThat(row.<Integer>getAs("age")).isEqualTo(54);
    assertThat(row.<String>getAs("incidence_date")).isEqualTo("2019-07-03");
    assertThat(row.<String>getAs("topography")).isEqualTo("C509");
    assertThat(row.<Integer>getAs("dias")).isEqualTo(12);
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isNull();
  }

  @Test
  void keepsTheRecordsPlaceAndText() {
    Row row = conform("7", "M", "54", "03/07/2019", "C50.9", "12");
    assertThat(row.<String>getAs(StagedColumns.SOURCE)).isEqualTo("north");
    assertThat(row.<String>getAs(StagedColumns.FILE)).isEqualTo("cases.csv");
    assertThat(row.<Long>getAs(StagedColumns.RECORD)).isEqualTo(41L);
    assertThat(row.<String>getAs(StagedColumns.RAW)).isEqualTo("as sent");
  }

  @Test
  void unknownIsMissingNotAValue() {
    assertThat(conform("7", "M", "999", "03/07/2019", "C509", "1").<Integer>getAs("age")).isNull();
    assertThat(conform("7", "M", " ", "03/07/2019", "C509", "1").<Integer>getAs("age")).isNull();
    assertThat(conform("7", "M", "NA-UNK", "03/07/2019", "C509", "").<Integer>getAs("age"))
        .isNull();
  }

  @Test
  void aCellThatIsNotOfItsTypeRefusesTheRecordByItsField() {
    assertRefused(conform("7", "M", "fifty", "03/07/2019", "C509", "1"), "TYPE-age");
    assertRefused(conform("7", "M", "50", "31/02/2019", "C509", "1"), "TYPE-incidence_date");
    assertRefused(conform("7", "M", "50", "03/07/2019", "C509", "x"), "TYPE-dias");
  }

  @Test
  void aFaultOfReadingPassesThroughWithItsPlace() {
    RawRecord faulty =
        new RawRecord(
            "north", "cases.csv", 3, new String[6], "INGEST-FIELDS", RawText.ofText("a,b"));
    Row row = conform(faulty);
    assertThat(row.<String>getAs(StagedColumns.REFUSED_AT)).isEqualTo("ingest");
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isEqualTo("INGEST-FIELDS");
    assertThat(row.<String>getAs("registry_id")).isNull();
  }

  @Test
  void theHashIsOfTheContentNotOfThePlaceOrTheSpelling() {
    Row one = conform("7", "M", "54", "03/07/2019", "C50.9", "12");
    Row same = conform("7", "2", "054", "03/07/2019", "509", "12");
    Row other = conform("7", "M", "55", "03/07/2019", "C50.9", "12");
    assertThat(hash(one)).isEqualTo(hash(same)).isNotEqualTo(hash(other));
  }

  /** Of two records of one tumour the hash decides, also under a schema that has grown. */
  @Test
  void aFieldThatWasNotSentLeavesTheHashAsItWas() {
    List<Long> before = hash(conform("7", "M", "54", "03/07/2019", "C50.9", "12"));
    for (int at = 0; at <= TABLE.fields().size(); at++) {
      assertThat(hashWith("deprivation", at)).isEqualTo(before);
      assertThat(hashWith("grade", at)).isEqualTo(before);
    }
  }

  @Test
  void theHashTellsValuesApartAndWhichFieldHasThem() {
    Mapping sending =
        Records.mapping(
            Optional.empty(), Map.of("registry_id", "n"), "tumour_id", "deprivation", "grade");
    Conformer conformer = Conformer.of(Records.TUMOUR, sending);
    assertThat(
            Stream.of("5 ", "4 ", " 5", " 4", "4 5", "5 4", "5 5", " ")
                .map(sent -> sent.split(" ", 2))
                .map(sent -> hash(Records.row(conformer, "7", sent[0], sent[1]))))
        .doesNotHaveDuplicates();
  }

  /** The hash under a table with one field more, which the mapping does not know. */
  private static List<Long> hashWith(String name, int at) {
    List<Field> fields = new ArrayList<>(TABLE.fields());
    fields.add(at, field(name, FieldType.STRING, ""));
    Conformer grown =
        Conformer.of(
            new TableSchema("tumour", "One tumour", fields, TABLE.primaryKey(), Optional.empty()),
            MAPPING);
    InternalRow row =
        grown.rows(List.of(record("7", "M", "54", "03/07/2019", "C50.9", "12")).iterator()).next();
    int high = grown.schema().fieldIndex(StagedColumns.HASH_HIGH);
    return List.of(row.getLong(high), row.getLong(high + 1));
  }

  @Test
  void whatAColumnSaidBeforeDoesNotChangeWhatItSays() {
    // More texts than are remembered, each read twice, forwards and backwards.
    List<RawRecord> records = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      int age = 1000 + (i < 2000 ? i : 3999 - i);
      records.add(record("p" + age, "M", Integer.toString(age), "03/07/2019", "C50.9", "12"));
    }
    List<String> read = new ArrayList<>();
    CONFORMER
        .rows(records.iterator())
        .forEachRemaining(row -> read.add(row.getUTF8String(1) + " " + row.getInt(3)));
    for (int i = 0; i < 2000; i++) {
      assertThat(read.get(i))
          .isEqualTo("p" + (1000 + i) + " " + (1000 + i))
          .isEqualTo(read.get(3999 - i));
    }
  }

  @Test
  void wantsExactlyTheColumnsOfTheMapping() {
    assertThat(CONFORMER.plan().wanted())
        .containsExactlyInAnyOrder("id", "sexo", "edad", "fecha", "sitio", "dias");
    assertThat(CONFORMER.plan().ignored()).containsExactly("notas");
  }

  private static Row conform(
      String id, String sex, String age, String date, String site, String days) {
    return conform(record(id, sex, age, date, site, days));
  }

  private static RawRecord record(
      String id, String sex, String age, String date, String site, String days) {
    Map<String, String> sent =
        Map.of("id", id, "sexo", sex, "edad", age, "fecha", date, "sitio", site, "dias", days);
    String[] cells = CONFORMER.plan().wanted().stream().map(sent::get).toArray(String[]::new);
    return new RawRecord("north", "cases.csv", 41, cells, null, RawText.ofText("as sent"));
  }

  private static Row conform(RawRecord record) {
    InternalRow stored = CONFORMER.rows(List.of(record).iterator()).next();
    Object[] values = new Object[CONFORMER.schema().length()];
    for (int i = 0; i < values.length; i++) {
      Object value = stored.get(i, CONFORMER.schema().apply(i).dataType());
      values[i] = value instanceof UTF8String text ? text.toString() : value;
    }
    return new GenericRowWithSchema(values, CONFORMER.schema());
  }

  private static void assertRefused(Row row, String rule) {
    assertThat(row.<String>getAs(StagedColumns.REFUSED_AT)).isEqualTo("conform");
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isEqualTo(rule);
  }

  private static List<Long> hash(Row row) {
    return List.of(
        row.<Long>getAs(StagedColumns.HASH_HIGH), row.<Long>getAs(StagedColumns.HASH_LOW));
  }

  private static Field field(String name, FieldType type, String codes) {
    return new Field(name, type, false, false, codes, List.of(), "", name, "test");
  }
}
