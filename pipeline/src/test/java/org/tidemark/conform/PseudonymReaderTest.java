package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Mapping;
import org.tidemark.model.PseudonymKey;

@DisplayName("Ids in conformed rows")
class PseudonymReaderTest {
  private static final Mapping MAPPING =
      Records.mapping(Optional.empty(), Map.of(), "registry_id", "tumour_id", "patient_id", "sex");

  private static final Conformer CONFORMER = Conformer.of(Records.TUMOUR, MAPPING);

  private static String id(Row row, String field) {
    return row.getAs(field);
  }

  @Test
  void areScopedByRegistry() {
    Row north = Records.row(CONFORMER, "north", "20190001", "1", "1");
    Row south = Records.row(CONFORMER, "south", "20190001", "1", "1");
    assertThat(id(north, "tumour_id")).matches("[a-z2-7]{26}");
    assertThat(id(south, "tumour_id")).isNotEqualTo(id(north, "tumour_id"));
    assertThat(id(south, "patient_id")).isNotEqualTo(id(north, "patient_id"));
    assertThat(id(north, "registry_id")).isEqualTo("north");
    assertThat(id(Records.row(CONFORMER, "north", " 20190001 ", "2", "1"), "tumour_id"))
        .isEqualTo(id(north, "tumour_id"));
  }

  @Test
  void followTheRegistryFromRecordToRecord() {
    Row twice = Records.row(CONFORMER, "north", "7", "7", "1");
    assertThat(id(twice, "patient_id")).isEqualTo(id(twice, "tumour_id"));
    var rows =
        CONFORMER.rows(
            java.util.stream.Stream.of("north", "south", "north", "north")
                .map(Conformed::record)
                .iterator());
    java.util.List<String> read = new java.util.ArrayList<>();
    rows.forEachRemaining(row -> read.add(row.getUTF8String(2).toString()));
    assertThat(read.get(0)).isEqualTo(read.get(2)).isEqualTo(read.get(3));
    assertThat(read.get(1)).isNotEqualTo(read.get(0));
    assertThat(read.get(0)).isEqualTo(id(twice, "tumour_id"));
  }

  /** Records of tumour 7. */
  private static final class Conformed {
    static org.tidemark.ingest.RawRecord record(String registry) {
      return new org.tidemark.ingest.RawRecord(
          "own",
          "f",
          1,
          new String[] {registry, "7", "7", "1"},
          null,
          org.tidemark.ingest.RawText.ofText(""));
    }
  }

  @Test
  void anAbsentIdStaysAbsent() {
    Row row = Records.row(CONFORMER, "north", " ", null, "1");
    assertThat(id(row, "tumour_id")).isNull();
    assertThat(id(row, "patient_id")).isNull();
    assertThat(row.<String>getAs(StagedColumns.RAW)).isEqualTo("as sent");
  }

  @Test
  @DisplayName("Which of two records is kept does not depend on the key")
  void theFirstHalfOfTheHashIsOfTheRest() {
    ConformRules other =
        new ConformRules(
            "own",
            "",
            Map.of(),
            PseudonymKey.parse("key", "0f".repeat(32)),
            Optional.empty(),
            NoteTaker.NONE);
    Row one = Records.row(CONFORMER, "north", "1", "1", "1");
    Row underOther =
        Records.row(Conformer.of(Records.TUMOUR, MAPPING, other), "north", "1", "1", "1");
    assertThat(high(one)).isEqualTo(high(underOther));
    assertThat(low(one)).isNotEqualTo(low(underOther));
    assertThat(id(one, "tumour_id")).isNotEqualTo(id(underOther, "tumour_id"));
    assertThat(high(Records.row(CONFORMER, "north", "1", "1", "2"))).isNotEqualTo(high(one));
    assertThat(low(Records.row(CONFORMER, "north", "2", "1", "1"))).isNotEqualTo(low(one));
  }

  @Test
  void everyIdThatMayNamePatientsIsDeclared() {
    var tables = CatalogueReader.read(Optional.empty()).tables();
    tables
        .values()
        .forEach(
            table ->
                assertThat(table.fields())
                    .filteredOn(f -> f.identifying() && f.name().matches(".*_(id|ref)"))
                    .allSatisfy(f -> assertThat(f.idWithin()).as(f.name()).isPresent()));
    assertThat(tables.get("tumour").field("tumour_id").orElseThrow().idWithin())
        .contains(java.util.List.of("registry_id"));
  }

  private static long high(Row row) {
    return row.<Long>getAs(StagedColumns.HASH_HIGH);
  }

  private static long low(Row row) {
    return row.<Long>getAs(StagedColumns.HASH_LOW);
  }
}
