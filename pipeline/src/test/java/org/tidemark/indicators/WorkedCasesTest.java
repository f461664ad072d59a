package org.tidemark.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
 * cases are told in files alone, so that another implementation can be held to them. Cases over the
 * same rows are computed in one run, each asking for its own.
 */
@ExtendWith(SparkSessionExtension.class)
final class WorkedCasesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path CASES = Path.of("..", "sample-data", "cases");
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static final Map<String, String> PLAINLY =
      Map.of(
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.autoBroadcastJoinThreshold", "-1",
          "spark.sql.shuffle.partitions", "1");
  private static final Map<String, String> BEFORE = new HashMap<>();

  /**
   * One case.
   *
   * @param folder its folder
   * @param told what case.yaml says
   */
  private record Case(Path folder, JsonNode told) {
    static Case in(Path folder) {
      try {
        return new Case(folder, YAML.readTree(Files.readString(folder.resolve("case.yaml"))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String name() {
      return folder.getFileName().toString();
    }

    /** Where the rows lie that it counts: its own folder, or one that it shares. */
    Path inputs() {
      String shared = told.path("inputs").asText();
      return shared.isEmpty() ? folder : CASES.resolve("inputs").resolve(shared);
    }

    /** Cases of one run have the rows and the data cut-off in common. */
    String group() {
      return inputs() + "|" + told.path("as_of").asText();
    }
  }

  /** As jobs runs a small input: code and adaptive plans cost more than so few rows. */
  @BeforeAll
  static void plainly(SparkSession spark) {
    PLAINLY.forEach(
        (name, value) -> {
          BEFORE.put(name, spark.conf().get(name));
          spark.conf().set(name, value);
        });
  }

  @AfterAll
  static void asBefore(SparkSession spark) {
    BEFORE.forEach((name, value) -> spark.conf().set(name, value));
  }

  @TestFactory
  Stream<DynamicTest> casesComeOutAsWorkedByHand(SparkSession spark) throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      List<Case> cases =
          folders.filter(f -> Files.exists(f.resolve("case.yaml"))).sorted().map(Case::in).toList();
      assertThat(cases).hasSizeGreaterThanOrEqualTo(CATALOGUE.indicators().size());
      Map<String, List<Case>> together = cases.stream().collect(Collectors.groupingBy(Case::group));
      Map<String, List<Row>> rows = new HashMap<>();
      return cases.stream()
          .map(
              c ->
                  DynamicTest.dynamicTest(
                      c.name(),
                      () ->
                          check(
                              c,
                              rows.computeIfAbsent(
                                  c.group() + c.told().path("table").asText(),
                                  g -> rows(spark, together.get(c.group()))))));
    }
  }

  private static List<Row> rows(SparkSession spark, List<Case> cases) {
    Case first = cases.get(0);
    IndicatorRun run =
        IndicatorRun.of(
            spark,
            CATALOGUE,
            programme(cases),
            ReportTables.of(CATALOGUE).with(first.inputs()).datasets(spark, 1));
    return ("evaluation".equals(first.told().path("table").asText())
            ? run.evaluations()
            : run.indicators())
        .collectAsList();
  }

  private static void check(Case one, List<Row> rows) throws IOException {
    assertThat(one.told().path("arithmetic").asText()).as("the arithmetic in words").isNotBlank();
    List<String> key = CATALOGUE.published().get(one.told().path("table").asText()).primaryKey();
    List<CSVRecord> lines = lines(one.folder().resolve("expected.csv"));
    for (CSVRecord expected : lines) {
      List<String> named = key.stream().filter(expected::isMapped).toList();
      List<Row> found =
          rows.stream()
              .filter(r -> named.stream().allMatch(k -> expected.get(k).equals(r.getAs(k))))
              .toList();
      String place = one.name() + " line " + (expected.getRecordNumber() + 1);
      assertThat(found).as(place).hasSize(1);
      expected.toMap().forEach((column, value) -> check(place, column, value, found.get(0)));
    }
    if (one.told().path("complete").asBoolean()) {
      assertThat(rows).as("no other row").hasSize(lines.size());
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

  private static Programme programme(List<Case> cases) {
    List<Analyses.Indicators> indicators = new ArrayList<>();
    List<Analyses.Evaluation> evaluations = new ArrayList<>();
    for (Case one : cases) {
      JsonNode analyses = one.told().path("analyses");
      analyses
          .path("indicators")
          .forEach(
              a ->
                  indicators.add(
                      new Analyses.Indicators(
                          texts(a.path("codes")),
                          texts(a.path("levels")),
                          texts(a.path("periods")))));
      analyses
          .path("evaluation")
          .forEach(
              a ->
                  evaluations.add(
                      new Analyses.Evaluation(
                          a.path("indicator").asText(), a.path("method").asText())));
    }
    JsonNode told = cases.get(0).told();
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
