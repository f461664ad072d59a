package org.tidemark.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.testing.SparkSessionExtension;

/**
 * Every case under {@code sample-data/cases}: small tables in, figures worked by hand out. The
 * cases are told in files alone, so that another implementation can be held to them.
 */
@ExtendWith(SparkSessionExtension.class)
final class WorkedCasesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path CASES = Path.of("..", "sample-data", "cases");

  @TestFactory
  Stream<DynamicTest> casesComeOutAsWorkedByHand(SparkSession spark) throws IOException {
    Catalogue catalogue = CatalogueReader.read(Optional.empty());
    try (Stream<Path> folders = Files.list(CASES)) {
      List<Path> cases =
          folders.filter(f -> Files.exists(f.resolve("case.yaml"))).sorted().toList();
      assertThat(cases).hasSizeGreaterThanOrEqualTo(catalogue.indicators().size());
      return cases.stream()
          .map(
              c ->
                  DynamicTest.dynamicTest(
                      c.getFileName().toString(), () -> run(spark, catalogue, c)));
    }
  }

  private static void run(SparkSession spark, Catalogue catalogue, Path folder) throws IOException {
    JsonNode told = YAML.readTree(Files.readString(folder.resolve("case.yaml")));
    assertThat(told.path("arithmetic").asText()).as("the arithmetic in words").isNotBlank();
    IndicatorRun run =
        IndicatorRun.of(
            spark,
            catalogue,
            programme(told),
            ReportTables.of(catalogue).with(folder).datasets(spark, 1));
    String table = told.path("table").asText();
    List<Row> rows =
        ("evaluation".equals(table) ? run.evaluations() : run.indicators()).collectAsList();
    List<String> key = catalogue.published().get(table).primaryKey();
    for (CSVRecord expected : lines(folder.resolve("expected.csv"))) {
      List<String> named = key.stream().filter(expected::isMapped).toList();
      List<Row> found =
          rows.stream()
              .filter(r -> named.stream().allMatch(k -> expected.get(k).equals(r.getAs(k))))
              .toList();
      String place = folder.getFileName() + " line " + (expected.getRecordNumber() + 1);
      assertThat(found).as(place).hasSize(1);
      expected.toMap().forEach((column, value) -> check(place, column, value, found.get(0)));
    }
    if (told.path("complete").asBoolean()) {
      assertThat(rows).as("no other row").hasSize(lines(folder.resolve("expected.csv")).size());
    }
  }

  private static void check(String place, String column, String expected, Row row) {
    Object actual = row.getAs(column);
    String as = place + ", " + column + " of " + row;
    if (expected.isEmpty()) {
      assertThat(actual == null || "".equals(actual)).as(as + " is empty").isTrue();
    } else if (actual instanceof Double number) {
      double value = Double.parseDouble(expected);
      assertThat(number).as(as).isCloseTo(value, within(1e-8 * Math.max(1, Math.abs(value))));
    } else {
      assertThat(String.valueOf(actual)).as(as).isEqualTo(expected);
    }
  }

  private static List<CSVRecord> lines(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private static Programme programme(JsonNode told) {
    List<Analyses.Indicators> indicators = new ArrayList<>();
    told.path("analyses")
        .path("indicators")
        .forEach(
            a ->
                indicators.add(
                    new Analyses.Indicators(
                        texts(a.path("codes")),
                        texts(a.path("levels")),
                        texts(a.path("periods")))));
    List<Analyses.Evaluation> evaluations = new ArrayList<>();
    told.path("analyses")
        .path("evaluation")
        .forEach(
            a ->
                evaluations.add(
                    new Analyses.Evaluation(
                        a.path("indicator").asText(), a.path("method").asText())));
    JsonNode design = told.path("evaluation_design");
    return IndicatorRun.programme(
        LocalDate.parse(told.path("as_of").asText()),
        new Analyses(List.of(), List.of(), List.of(), List.of(), indicators, evaluations),
        new Programme.Design(
            design.path("treated_from").asText("INTENSIVE"),
            design.path("period").asText("quarter")));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).collect(Collectors.toList());
  }
}
