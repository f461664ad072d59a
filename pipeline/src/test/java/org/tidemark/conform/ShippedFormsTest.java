package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.FixedColumn;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.ProgrammeReader;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.ingest.Ingest;
import org.tidemark.ingest.IngestLimits;
import org.tidemark.ingest.Intake;
import org.tidemark.ingest.Survey;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Pseudonyms;
import org.tidemark.testing.SparkSessionExtension;

/** Invented files in the forms of public calls for data, through the mappings that are shipped. */
@ExtendWith(SparkSessionExtension.class)
@DisplayName("Files of public calls for data need no mapping of one's own")
class ShippedFormsTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static final List<String> IDS =
      List.of("p1", "p2", "p3", "t1", "t2", "t3", "20190001", "2019000101");

  @TempDir Path folder;

  private List<String> read(SparkSession spark, String source, String file, String text)
      throws IOException {
    Files.writeString(folder.resolve(file), text);
    Path written =
        Files.writeString(
            folder.resolve("p.yaml"),
            "programme: p\nas_of: 2023-12-31\nsources:\n  - {id: s, table: tumour, path: "
                + file
                + ", constants: {registry_id: R7}, "
                + source
                + "}\n");
    Programme programme = ProgrammeReader.read(written.toString(), Map.of(), CATALOGUE);
    Source entry = programme.sources().get(0);
    Mapping mapping = programme.mapping(entry, CATALOGUE);
    TableSchema table = CATALOGUE.tables().get("tumour");
    Conformer conformer = Conformer.of(table, mapping);
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Survey survey =
        ingest.survey(
            new Intake(
                programme.folder(),
                entry,
                mapping.text(),
                conformer.plan(),
                mapping.emptyAllowed(),
                mapping.layout()));
    assertThat(survey.refused()).isEmpty();
    Dataset<Row> rows = Conform.rows(spark, ingest.read(survey), conformer, table, mapping);
    return rows
        .orderBy("record_number")
        .select(
            Arrays.stream(rows.columns())
                .filter(c -> table.field(c).isPresent() || c.equals("refusal"))
                .map(c -> functions.concat(functions.lit(c + "="), functions.col(c)))
                .reduce((a, b) -> functions.concat_ws(" ", a, b))
                .orElseThrow())
        .collectAsList()
        .stream()
        .map(row -> named(row.getString(0)))
        .toList();
  }

  /** The ids of the examples again, where a row has their pseudonyms. */
  private static String named(String row) {
    Pseudonyms pseudonyms = Pseudonyms.of(PseudonymKey.DEMONSTRATION);
    String named = row;
    for (String id : IDS) {
      byte[] hidden = pseudonyms.of("R7", id).text();
      named = named.replace(new String(hidden, StandardCharsets.US_ASCII), id);
    }
    return named;
  }

  private static String line(Map<String, String> row, List<String> columns) {
    return columns.stream().map(c -> row.getOrDefault(c, "")).collect(Collectors.joining(";"));
  }

  private static Map<String, String> with(Map<String, String> row, String... changes) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    for (int i = 0; i < changes.length; i += 2) {
      changed.put(changes[i], changes[i + 1]);
    }
    return changed;
  }

  @Test
  void encrJrc(SparkSession spark) throws IOException {
    List<String> columns =
        List.of(
            ("PAT MoB YoB Age Sex Geo_Code Geo_Label TUM MoI YoI BoD Topo Morpho Beh Grade Autopsy"
                    + " Vit_stat MoF YoF Surv_time ICD CoD TNM_ed cT cN cM pT pN pM ToS Stage"
                    + " Surgery Rt Cht Tt It Ht Ot SCT")
                .split(" "));
    Map<String, String> case1 =
        with(
            Map.of(
                "PAT",
                "p1",
                "TUM",
                "t1",
                "Sex",
                "2",
                "Age",
                "69",
                "Geo_Code",
                "FI1",
                "Topo",
                "C509",
                "Morpho",
                "8500",
                "Beh",
                "3",
                "BoD",
                "7",
                "Grade",
                "2"),
            "MoB",
            "3",
            "YoB",
            "1950",
            "MoI",
            "07",
            "YoI",
            "2019",
            "MoF",
            "12",
            "YoF",
            "2021",
            "Vit_stat",
            "2",
            "ICD",
            "10",
            "CoD",
            "C509",
            "cT",
            "2",
            "cN",
            "0",
            "pT",
            "1c",
            "ToS",
            "paS",
            "Stage",
            "1",
            "Surv_time",
            "880",
            "Autopsy",
            "0");
    List<String> lines =
        List.of(
            String.join(";", columns),
            line(case1, columns),
            line(
                with(
                    case1, "MoB", "99", "YoF", "9999", "MoF", "99", "Age", "999", "ICD", "99",
                    "CoD", "R99"),
                columns),
            line(with(case1, "MoI", "13", "YoB", "9999"), columns),
            line(with(case1, "YoI", "20x9"), columns));
    List<String> rows =
        read(spark, "mapping: encr-jrc", "cases.csv", String.join("\n", lines) + "\n");
    assertThat(rows.get(0))
        .isEqualTo(
            "registry_id=R7 patient_id=p1 tumour_id=t1 sex=2 birth_date=1950-03 age=69"
                + " incidence_date=2019-07 topography=C509 morphology=8500 behaviour=3 grade=2"
                + " basis=7 basis_scheme=encr stage=1 stage_scheme=paS t=1c n=0 vital_status=2"
                + " last_contact_date=2021-12 cause_of_death=C509 cause_of_death_revision=10"
                + " area=FI1");
    assertThat(rows.get(1))
        .contains("birth_date=1950 incidence_date=2019-07")
        .doesNotContain(" age=", "last_contact_date", "cause_of_death");
    assertThat(rows.get(2)).doesNotContain("incidence_date", "birth_date");
    assertThat(rows.get(3)).contains("refusal=TYPE-YoI");
  }

  @Test
  void nordcan(SparkSession spark) throws IOException {
    String header =
        "pat,date_of_birth,flag_dob,age,sex,region,tum,tum_sequence,date_of_incidence,flag_doi,bod,"
            + "topo,morpho,beh,laterality,autopsy,vit_sta,end_of_followup,flag_eof";
    List<String> rows =
        read(
            spark,
            "mapping: nordcan",
            "records.csv",
            header
                + "\np1,1950-03-14,0,69,1,11,t1,1,2019-07-02,1,6,C619,8140,3,0,0,3,2021-12-31,0\n");
    assertThat(rows)
        .containsExactly(
            "registry_id=R7 patient_id=p1 tumour_id=t1 sex=1 birth_date=1950-03-14 age=69"
                + " incidence_date=2019-07-02 topography=C619 morphology=8140 behaviour=3 basis=6"
                + " basis_scheme=iacr laterality=0 vital_status=3 last_contact_date=2021-12-31"
                + " area=11");
    assertThat(
            read(
                spark,
                "mapping: nordcan, text: {delimiter: \";\"}",
                "records.csv",
                header.replace(',', ';') + ";grade\np2" + ";".repeat(18) + ";4\n"))
        .containsExactly("registry_id=R7 patient_id=p2 grade=4 basis_scheme=iacr");
  }

  @Test
  void seerPrep(SparkSession spark) throws IOException {
    Map<String, String> case1 =
        with(
            Map.of(
                "Country",
                "999",
                "Region",
                "12",
                "Sex",
                "2",
                "Date of diagnosis",
                "02072019",
                "Age at diagnosis",
                "069",
                "Primary Site",
                "509",
                "Histologic Type ICD-O-3",
                "8500",
                "Behavior code ICD-O-3",
                "3",
                "Basis of diagnosis",
                "7",
                "Patient ID and sequence number",
                "2019000101"),
            "Vital status",
            "4",
            "ICD revision number",
            "1",
            "Cause of death (ICD-10)",
            "C509",
            "Date of birth",
            "  031950",
            "Date of last contact",
            "99122021",
            "TNM path T",
            "T1",
            "Grade",
            "9");
    List<String> rows =
        read(
            spark,
            "mapping: seer-prep, format: fixed",
            "cases.txd",
            String.join(
                "\n",
                fixed(case1),
                fixed(
                    with(
                        case1,
                        "Age at diagnosis",
                        "999",
                        "Date of birth",
                        "    1950",
                        "Vital status",
                        "1",
                        "ICD revision number",
                        "0",
                        "Region",
                        " 3")),
                fixed(with(case1, "Date of diagnosis", "31022019")),
                fixed(case1).substring(1)));
    assertThat(rows.get(0))
        .isEqualTo(
            "registry_id=R7 patient_id=20190001 tumour_id=2019000101 sex=2 birth_date=1950-03"
                + " age=69 incidence_date=2019-07-02 topography=C509 morphology=8500 behaviour=3"
                + " grade=9 basis=7 basis_scheme=canreg5 t=T1 vital_status=2"
                + " last_contact_date=2021-12 cause_of_death=C509 cause_of_death_revision=10"
                + " area=12");
    assertThat(rows.get(1))
        .contains("birth_date=1950 ", "vital_status=1", "area=3")
        .doesNotContain(" age=", "cause_of_death");
    assertThat(rows.get(2)).contains("refusal=TYPE-incidence_date");
    assertThat(rows.get(3)).contains("refusal=INGEST-WIDTH");
  }

  /** A line of the layout that the mapping declares. */
  private static String fixed(Map<String, String> row) {
    StringBuilder line = new StringBuilder(" ".repeat(98));
    for (FixedColumn column : CATALOGUE.mappings().get("seer-prep").layout().fixed()) {
      String cell = row.getOrDefault(column.name(), "");
      assertThat(cell.length()).isLessThanOrEqualTo(column.width());
      line.replace(column.start() - 1, column.start() - 1 + cell.length(), cell);
    }
    return line.toString();
  }
}
