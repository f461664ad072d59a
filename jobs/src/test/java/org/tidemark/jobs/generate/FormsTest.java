package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** One table in the three forms that sites send. */
class FormsTest {
  @Test
  void csvIsQuotedOnlyWhereNeededAndLeavesMissingCellsEmpty() throws IOException {
    Table table = Table.of("dataset");
    table.add(row("A, \"B\"", 15, null));
    table.add(row("C", null, "x;y"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write("dataset.csv", table, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            dataset,timely_days,period_type,tables
            "A, ""B""\",15,,
            C,,,x;y
            """);
  }

  @Test
  void jsonKeepsNumbersAndTruthValues() throws IOException {
    Table table = Table.of("medicine_stock");
    table.add(
        new org.tidemark.jobs.generate.Row()
            .with("site_id", "ALV")
            .with("on_site_list", true)
            .with("days_out", 0)
            .with("unit_price", new BigDecimal("0.060")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write("medicine_stock.json", table, out);
    JsonNode object = new ObjectMapper().readTree(out.toByteArray()).get(0);
    assertThat(object.get("days_out").isInt()).isTrue();
    assertThat(object.get("on_site_list").isBoolean()).isTrue();
    assertThat(object.get("unit_price").decimalValue()).isEqualByComparingTo("0.06");
    assertThat(object.has("closing")).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
  }

  @Test
  void valuesOfDhis2AreTextsWithTheirOwnPlace() throws IOException {
    Table table = Table.of("site_infra");
    table.add(
        new org.tidemark.jobs.generate.Row()
            .with("site_id", "ALV")
            .with("period", "2021")
            .with("backup_tested", true)
            .with("bandwidth_mbps", 12));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write("site_infra-dhis2.json", table, out);
    JsonNode values = new ObjectMapper().readTree(out.toByteArray()).get("dataValues");
    assertThat(values).hasSize(2);
    assertThat(values.get(0).get("dataElement").asText()).isEqualTo("SITE_INFRA_BACKUP_TESTED");
    assertThat(values.get(1).get("value").isTextual()).isTrue();
    assertThat(values.get(1).get("orgUnit").asText()).isEqualTo("ALV");
    assertThat(values.get(1).get("period").asText()).isEqualTo("2021");
  }

  @Test
  void workbookHasOneSheetNamedAfterItsTable() throws IOException {
    byte[] bytes = workbook();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(read.getFirstSheet().getName()).isEqualTo("workforce_snapshot");
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("site_id");
      assertThat(rows.get(1).getCellText(1)).isEqualTo("2021-03-31");
      assertThat(rows.get(1).getCellText(5)).isEqualTo("1.5");
    }
  }

  @Test
  void workbookTellsNoHourAndIsNotCompressed() throws IOException {
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook()))) {
      int count = 0;
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        String text = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(part.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(part.getTimeLocal().getYear()).isEqualTo(2024);
        assertThat(text.contains("dcterms:created") && !text.contains("2024-01-01T00:00:00Z"))
            .isFalse();
        count++;
      }
      assertThat(count).isGreaterThan(5);
    }
  }

  @Test
  void aCellWithoutAColumnIsADefect() {
    Table table = Table.of("dataset");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> table.add(new org.tidemark.jobs.generate.Row().with("no_such_column", 1)));
  }

  private static byte[] workbook() throws IOException {
    Table table = Table.of("workforce_snapshot");
    table.add(
        new org.tidemark.jobs.generate.Row()
            .with("site_id", "ALV")
            .with("as_of_date", LocalDate.of(2021, 3, 31))
            .with("fte", 1.5));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write("workforce_snapshot.xlsx", table, out);
    return out.toByteArray();
  }

  /** In two portions, as two sites would be. */
  private static void write(String name, Table table, ByteArrayOutputStream out)
      throws IOException {
    try (Form form = Form.begin(name, table, out)) {
      form.add(table);
      form.add(Table.of(table.name()));
    }
  }

  @Test
  void aFileGrowsInPortions() throws IOException {
    Table table = Table.of("dataset");
    table.add(row("A", 15, "x"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Form form = Form.begin("dataset.csv", table, out)) {
      form.add(table);
      form.add(table);
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
  }

  private static org.tidemark.jobs.generate.Row row(String name, Integer days, String tables) {
    return new org.tidemark.jobs.generate.Row()
        .with("dataset", name)
        .with("timely_days", days)
        .with("tables", tables);
  }
}
