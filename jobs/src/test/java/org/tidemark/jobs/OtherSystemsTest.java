package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of DHIS2 and REDCap, recorded in the forms that these systems write, become rows. */
@DisplayName("Reports from other systems")
class OtherSystemsTest {
  private static final String SCREENING =
      """
      mapping: screening
      table: screening_report
      columns: {orgUnit: site_id, period: period}
      constants: {programme: CERV_VIA}
      recode: {site_id: {DiszpKrYNg8: A, ImspTQPwCqd: B}}
      dhis2:
        elements:
          fbfJHSPpUQD: {field: screened}
          cYeuwXTCPkU: {field: positive}
        options:
          AGE30F: {sex: F, age_band: 30-39}
          AGE40F: {sex: F, age_band: 40-49}
        ignore: [hfdmMSPBgLG]
      """;

  private static final String JSON =
      """
      {"dataSet":"BfMAe6Itzgt","completeDate":"2026-04-10","period":"2026Q1","orgUnit":"DiszpKrYNg8",
       "dataValues":[
        {"dataElement":"fbfJHSPpUQD","categoryOptionCombo":"AGE30F","value":"12","comment":"recount"},
        {"dataElement":"fbfJHSPpUQD","categoryOptionCombo":"AGE40F","value":"7"},
        {"dataElement":"cYeuwXTCPkU","categoryOptionCombo":"AGE30F","value":"2"},
        {"dataElement":"hfdmMSPBgLG","value":"99"},
        {"dataElement":"cYeuwXTCPkU","categoryOptionCombo":"AGE40F","value":"1","deleted":true},
        {"dataElement":"fbfJHSPpUQD","orgUnit":"ImspTQPwCqd","period":"202602",
         "categoryOptionCombo":"AGE30F","value":"3"},
        {"dataElement":"fbfJHSPpUQD","orgUnit":"ImspTQPwCqd","period":"202602",
         "categoryOptionCombo":"AGE30F","value":"4"}]}
      """;

  private static final String CSV =
      """
      "dataelement","period","orgunit","categoryoptioncombo","attroptcombo","value","storedby","timestamp","comment","flwup"
      "fbfJHSPpUQD","2026-01","DiszpKrYNg8","AGE30F","HllvX50cXC0","5","admin","2026-02-01","","false"
      "cYeuwXTCPkU","2026-01","DiszpKrYNg8","AGE30F","HllvX50cXC0","0","admin","2026-02-01","","false"
      """;

  private static final String ANALYTICS =
      """
      {"headers":[{"name":"dx","column":"Data","valueType":"TEXT","meta":true},
        {"name":"pe","column":"Period","valueType":"TEXT","meta":true},
        {"name":"ou","column":"Organisation unit","valueType":"TEXT","meta":true},
        {"name":"value","column":"Value","valueType":"NUMBER","meta":false}],
       "metaData":{"items":{"fbfJHSPpUQD":{"name":"Screened"}},"dimensions":{"pe":["2025"]}},
       "rows":[["fbfJHSPpUQD.AGE30F","2025","ImspTQPwCqd","41.0"],
               ["cYeuwXTCPkU.AGE30F","2025","ImspTQPwCqd","8.0"]],"width":4,"height":2}
      """;

  private static final String BOARDS =
      """
      mapping: boards
      table: tb_meeting
      columns:
        site: site_id
        mtg_planned: planned_date
        mtg_held: held
        mtg_date: date
      inputs: {record_id: string, redcap_repeat_instance: string}
      derive: {meeting_id: "CONCAT(record_id, '-', redcap_repeat_instance)"}
      ignore: [stock_item]
      redcap:
        instrument: meeting
        event: visits_arm_1
        checkboxes:
          specialties:
            column: present
            answers: {"1": SURGERY, "2": PATHOLOGY, "3": ONCOLOGY}
      """;

  private static final String WIDE =
      """
      record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,site,mtg_planned,mtg_held,mtg_date,present___1,present___2,present___3,stock_item
      10,visits_arm_1,meeting,1,A,2026-01-05,1,2026-01-06,1,0,1,
      10,visits_arm_1,meeting,2,A,2026-01-12,0,,0,0,0,
      10,visits_arm_1,stock,1,,,,,,,,Cisplatin
      10,baseline_arm_1,,,A,,,,,,,
      """;

  @TempDir private Path folder;

  private Told run(String sources, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Path programme =
        Files.writeString(
            folder.resolve("programme.yaml"),
            "programme: other\nas_of: 2026-06-30\nsources:\n"
                + sources
                + "analyses: {quality: [{by: [source]}]}\n"
                + "acceptance: {rejected_share_max: 0.6}\ndisclosure: none\n");
    return Told.run(
        programme, folder.resolve("out"), "--schemas", folder.resolve("schemas").toString());
  }

  private List<String> rows(String table, String... columns) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"));
        SparkSession spark =
            SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
      Path stored =
          all.filter(Files::isDirectory)
              .filter(p -> p.getFileName().toString().equals(table))
              .findFirst()
              .orElseThrow();
      return spark.read().parquet(stored.toString()).selectExpr(columns).collectAsList().stream()
          .map(Row::mkString)
          .map(Object::toString)
          .sorted()
          .toList();
    }
  }

  @Test
  void valuesOfDhis2BecomeOneRowAUnitPeriodAndCombinationInAllThreeForms() throws IOException {
    Told told =
        run(
            "  - {id: dhis2, table: screening_report, path: \"in/*\", format: dhis2, mapping: screening}\n",
            Map.of(
                "schemas/mappings/screening.yaml", SCREENING,
                "in/set.json", JSON,
                "in/values.csv", CSV,
                "in/analytics.json", ANALYTICS));
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(
            rows(
                "screening_report",
                "concat_ws(' ', site_id, period, programme, sex, age_band, screened, positive,"
                    + " source_file, record_number)"))
        .containsExactly(
            "A 202601 CERV_VIA F 30-39 5 0 in/values.csv 1",
            "A 2026Q1 CERV_VIA F 30-39 12 2 in/set.json 1",
            "A 2026Q1 CERV_VIA F 40-49 7 in/set.json 2",
            "B 2025 CERV_VIA F 30-39 41 8 in/analytics.json 1");
    Published published = Published.in(folder.resolve("out"));
    assertThat(published.rows("accounting", "source", "dhis2", "stage", "ingest"))
        .filteredOn(row -> !row.get("reason").isEmpty())
        .extracting(row -> row.get("reason") + " " + row.get("rejected"))
        .containsExactlyInAnyOrder("INGEST-DHIS2-DELETED 1", "INGEST-DHIS2-TWICE 1");
  }

  @Test
  void aDataElementThatIsNotMappedRefusesThePayloadByName() throws IOException {
    Told told =
        run(
            "  - {id: dhis2, table: screening_report, path: in/set.json, format: dhis2, mapping: screening}\n",
            Map.of(
                "schemas/mappings/screening.yaml",
                SCREENING,
                "in/set.json",
                JSON.replace("hfdmMSPBgLG", "Unknown1234")));
    assertThat(told.exitCode()).isEqualTo(3);
    assertThat(told.err()).contains("data element \"Unknown1234\" of value 4");
  }

  @Test
  void indicatorsComeAsThreeDataElementsEach() throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    Told told =
        run(
            "  - {id: dhis2, table: indicator_value, path: in/ind.json, format: dhis2, mapping: dhis2-indicators}\n",
            Map.of(
                "in/ind.json",
                """
                {"dataElementIdScheme":"code","dataValues":[
                 {"dataElement":"OUT-01_NUM","period":"2026Q1","orgUnit":"A","value":"3"},
                 {"dataElement":"OUT-01_DEN","period":"2026Q1","orgUnit":"A","value":"0"},
                 {"dataElement":"OUT-01_STATUS","period":"2026Q1","orgUnit":"A","value":"OK"},
                 {"dataElement":"MED-02_NUM","period":"202601","orgUnit":"A","value":"1.5"},
                 {"dataElement":"MED-02_DEN","period":"202601","orgUnit":"A","value":"31"}]}
                """));
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(
            rows(
                "indicator_value",
                "concat_ws(' ', indicator, level, unit_id, period, numerator, denominator, status)"))
        .containsExactly("MED-02 site A 202601 1.5 31.0", "OUT-01 site A 2026Q1 3.0 0.0 OK");
  }

  private void workbook(String name, String... sheets) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("in").resolve(name));
        Workbook book = new Workbook(out, "test", "1.0")) {
      for (String sheet : sheets) {
        String[] lines = sheet.split("\n");
        Worksheet made = book.newWorksheet(lines[0]);
        for (int row = 1; row < lines.length; row++) {
          String[] cells = lines[row].split(",", -1);
          for (int column = 0; column < cells.length; column++) {
            made.value(row - 1, column, cells[column]);
          }
        }
      }
    }
  }

  private static final String MEETINGS =
      "tb_meeting\nmeeting_id,site_id,planned_date,held\nM1,A,2026-01-05,true\nM2,A,2026-01-06,false";

  private static final String TABLES =
      "  - {id: book, tables: [tb_meeting, tb_case, outage], path: \"in/*.xlsx\", format: xlsx,"
          + " mapping: shared}\n";

  private static final String JSON_TABLES =
      "  - {id: file, tables: [tb_meeting, tb_case], path: \"in/*.json\", mapping: shared}\n";

  private static final String FILE =
      """
      {"tb_case": [{"tb_case_id": "C9", "meeting_id": "M9"}],
       "tb_meeting": [{"meeting_id": "M9", "site_id": "A", "planned_date": "2026-02-05", "held": true}]}
      """;

  @Test
  void aFileHoldsSeveralTablesASheetOrAnArrayEach() throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    workbook("a.xlsx", MEETINGS, "tb_case\ntb_case_id,meeting_id\nC1,M1\nC2,M2\nC3,M3");
    workbook(
        "b.xlsx",
        "outage\nevent_id,site_id,utility,start",
        "Tb_Case\ntb_case_id,meeting_id\nC4,M1");
    Told told = run(TABLES + JSON_TABLES, Map.of("in/c.json", FILE));
    assertThat(told.exitCode()).as(told.err()).isZero();
    Published published = Published.in(folder.resolve("out"));
    assertThat(published.rows("accounting", "stage", "check"))
        .extracting(row -> row.get("source") + " " + row.get("file") + " " + row.get("accepted"))
        .contains(
            "book-tb_meeting in/a.xlsx 2",
            "book-tb_case in/a.xlsx 3",
            "book-tb_case in/b.xlsx 1",
            "file-tb_meeting in/c.json 1",
            "file-tb_case in/c.json 1");
    assertThat(published.rows("finding", "source", "book-tb_case"))
        .extracting(row -> row.get("rule") + " " + row.get("count"))
        .containsExactlyInAnyOrder("REF-meeting_id 1", "BOARD-NOT-HELD 1");
  }

  @Test
  void aSheetOfNoTableIsNotLostInSilence() throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    workbook("a.xlsx", MEETINGS, "outages\nevent_id\nX1");
    Told told = run(TABLES, Map.of());
    assertThat(told.exitCode()).isEqualTo(3);
    assertThat(told.err()).contains("sheet 2 of 2 bears the name of no table");
  }

  @Test
  void rowsOfAnInstrumentOfRedcapBecomeMeetings() throws IOException {
    Told told =
        run(
            "  - {id: boards, table: tb_meeting, path: in/redcap.csv, mapping: boards}\n",
            Map.of("schemas/mappings/boards.yaml", BOARDS, "in/redcap.csv", WIDE));
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(
            rows(
                "tb_meeting",
                "concat_ws(' ', meeting_id, site_id, planned_date, held, date, specialties)"))
        .containsExactly(
            "10-1 A 2026-01-05 true 2026-01-06 SURGERY;ONCOLOGY", "10-2 A 2026-01-12 false");
    assertThat(Published.in(folder.resolve("out")).rows("accounting", "reason", "REDCAP-OTHER"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("rejected", "2"));
  }
}
