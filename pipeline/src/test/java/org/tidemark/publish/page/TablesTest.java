package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.CatalogueReader;

/** Scorecard, data quality, what was left out, definitions. */
class TablesTest {
  private static final Reading FULL = Fixture.reading(Fixture.full());

  private static List<String> line(Table table, String... start) {
    return table.rows().stream()
        .filter(row -> row.get(0).text().equals(start[0]))
        .filter(row -> start.length == 1 || row.get(0).under().contains(start[1]))
        .findFirst()
        .orElseThrow()
        .stream()
        .map(cell -> (cell.text() + (cell.under().isEmpty() ? "" : " | " + cell.under())))
        .map(text -> text.replace(Wording.NBSP, " "))
        .toList();
  }

  @Test
  void scorecardHoldsValueIntervalTargetVerdictAndCoverage() {
    Table table = Scorecard.of(FULL).orElseThrow();
    assertThat(table.head()).containsExactly("Indicator", "Verdict", "Value", "Target", "Based on");
    assertThat(line(table, "Breast cancer stage I–II at diagnosis"))
        .containsExactly(
            "Breast cancer stage I–II at diagnosis | OUT-01 · share · 2023",
            "Missed",
            "56.2 % | 95 % CI 52.6 to 59.8",
            "60 %",
            "412 of 733 | 7 of 8 sites");
  }

  @Test
  void unverifiedTargetsAreSaidToBeSo() {
    Table table = Scorecard.of(FULL).orElseThrow();
    assertThat(line(table, "Biopsy turnaround, receipt to report", "median"))
        .contains("2 working days | target not verified", "n = 1,954 | 7 of 8 sites");
    assertThat(line(table, "MDT-01")).contains("90 % | target not verified");
  }

  @Test
  void figuresWithoutIntervalTargetOrValueStillHaveALine() {
    Table table = Scorecard.of(FULL).orElseThrow();
    assertThat(line(table, "Stock-out days"))
        .containsExactly(
            "Stock-out days | MED-02 · ratio · 2023",
            "No verdict",
            "10.7 %",
            "0 % | target not verified",
            "3,120 of 29,200 | 5 of 8 sites, low coverage");
    assertThat(line(table, "TRN-04"))
        .containsExactly(
            "TRN-04 | still in the country · 2023",
            "No target",
            "Hidden",
            "none set",
            " | 8 of 8 sites");
    assertThat(line(table, "Oncologists per 1,000 new cases"))
        .contains("4.7 | 95 % CI 3.2 to 6.6", "7 per 1,502 | 8 of 8 sites");
  }

  @Test
  void qualityStandsByRegistryWithItsCounts() {
    Table table = QualityTable.of(FULL).orElseThrow();
    assertThat(table.head())
        .containsExactly("Index", "colrec, 1994 to 2000", "North, 2008 to 2010");
    assertThat(line(table, "Cases")).containsExactly("Cases", "5,971", "9,707");
    assertThat(line(table, "Morphologically verified"))
        .containsExactly("Morphologically verified", "Not applicable", "90.0 % | n = 8,732");
    assertThat(line(table, "Age unknown")).contains("0.0 % | n = 0", "0.4 % | n = 43");
  }

  @Test
  void leftOutSumsRecordsByReasonAndNamesNoFile() {
    Table records = LeftOut.of(FULL).get(0);
    assertThat(line(records, "specimens", "at check"))
        .containsExactly("specimens | at check", "code-list", "6", "0");
    assertThat(line(records, "specimens", "at resolve"))
        .containsExactly("specimens | at resolve", "superseded", "0", "94");
    assertThat(Fixture.page(Fixture.full())).doesNotContain("path_specimen-1", "cases.csv");
  }

  @Test
  void aFileRefusedWholeIsNamed() {
    String csv =
        "stage,source,file,records_in,accepted,rejected,merged,reason\n"
            + "ingest,stock,reports/stock.json,0,0,0,0,INGEST-HTML\n"
            + "ingest,stock,reports/empty.json,0,0,0,0,\n"
            + "ingest,stock,reports/more.json,9,9,0,0,\n";
    Reading reading = Fixture.reading(Fixture.table("accounting", csv));
    assertThat(LeftOut.of(reading)).hasSize(1);
    assertThat(LeftOut.of(reading).get(0).rows()).hasSize(1);
    assertThat(line(LeftOut.of(reading).get(0), "reports/stock.json"))
        .containsExactly("reports/stock.json", "stock", "INGEST-HTML");
    assertThat(LeftOutSentences.of(reading).get(0))
        .isEqualTo("1 file was refused whole: none of their records is in these figures.");
  }

  @Test
  void filesSplitOtherwiseGiveTheSamePage() {
    PublishedRows merged =
        table ->
            table.equals("accounting")
                ? Fixture.full().rows(table).stream().map(TablesTest::elsewhere).toList()
                : Fixture.full().rows(table);
    assertThat(Fixture.page(merged)).isEqualTo(Fixture.page(Fixture.full()));
  }

  private static Map<String, String> elsewhere(Map<String, String> row) {
    Map<String, String> moved = new java.util.HashMap<>(row);
    moved.put("file", "renamed/" + row.get("file").hashCode() + ".csv");
    return moved;
  }

  @Test
  void leftOutCountsStatusesAndFindings() {
    List<Table> tables = LeftOut.of(FULL);
    assertThat(line(tables.get(1), "Incidence")).startsWith("Incidence", "281", "51", "1");
    assertThat(line(tables.get(2), "unknown-basis"))
        .containsExactly("unknown-basis", "Likely an error, to be asked", "North", "51");
  }

  @Test
  void leftOutIsToldInSentencesFirst() {
    assertThat(LeftOutSentences.of(FULL))
        .containsExactly(
            "Of 18,690 records read, 27 were refused, each with its rule; 102 were merged because"
                + " they count through another record.",
            "53 figures are hidden because of counts from 1 to 4, or to keep such a count from"
                + " being worked out (profile “public”).",
            "1 figure is not given for want of data, and 9 figures are missing because nothing was"
                + " reported. Missing is never zero.");
    assertThat(LeftOutSentences.of(Fixture.reading(Fixture.only())).get(0))
        .startsWith("This publication carries no accounting");
    assertThat(LeftOut.of(Fixture.reading(Fixture.only()))).isEmpty();
  }

  @Test
  void onlyMethodsInUseAreDefined() {
    List<String> terms =
        Definitions.methods(Fixture.reading(Fixture.only("survival"))).stream()
            .map(Definition::term)
            .toList();
    assertThat(terms).containsExactly("Net survival", "Pohar Perme estimator");
    assertThat(Definitions.methods(FULL)).extracting(Definition::term).contains("Wilson interval");
  }

  @Test
  void indicatorsAreDefinedWithTheOriginOfTheirTarget() {
    List<Definition> indicators = Definitions.indicators(FULL);
    assertThat(indicators)
        .contains(
            new Definition(
                "OUT-01: Breast cancer stage I–II at diagnosis",
                "Unit: %. Target set by: WHO GBCI pillar 1. Missing items: unknown items stay out"
                    + " of both sums."));
    assertThat(indicators)
        .anyMatch(
            definition ->
                definition.term().startsWith("PAT-01")
                    && definition.text().contains("Its source has not been verified."));
  }

  @Test
  void everyDefinitionOfAShippedIndicatorEndsInOneFullStop() {
    ReportHead bare = Fixture.head();
    ReportHead shipped =
        new ReportHead(
            bare.title(),
            bare.asOf(),
            bare.runId(),
            Map.of(),
            Map.of(),
            List.copyOf(CatalogueReader.read(Optional.empty()).indicators().values()),
            bare.disclosure());
    assertThat(Definitions.indicators(Reading.of(shipped, Fixture.full())))
        .isNotEmpty()
        .allSatisfy(
            definition ->
                assertThat(definition.text())
                    .endsWith(".")
                    .doesNotContain("..", "Missing items: ."));
  }

  @Test
  void rulesAreToldInTheCataloguesWords() {
    Map<String, String> labels = Map.of("rule/sex-site", "The site does not occur in that sex.");
    ReportHead bare = Fixture.head();
    ReportHead head =
        new ReportHead(
            bare.title(),
            bare.asOf(),
            bare.runId(),
            Map.of(),
            labels,
            List.of(),
            bare.disclosure());
    List<Table> tables = LeftOut.of(Reading.of(head, Fixture.full()));
    assertThat(line(tables.get(0), "north", "at check").get(0)).isEqualTo("north | at check");
    assertThat(line(tables.get(2), "The site does not occur in that sex."))
        .containsExactly(
            "The site does not occur in that sex. | sex-site", "Cannot be", "north", "8");
  }

  @Test
  void scopeNamesRegistriesSitesAndRun() {
    assertThat(Scope.of(FULL))
        .containsExactly(
            new Definition("Data up to", "31\u00a0December 2023"),
            new Definition("Registries", "colrec and North"),
            new Definition("Sites", "8"),
            new Definition("Run", "2023-12-31-0123456789ab"));
    assertThat(Scope.of(Fixture.reading(Fixture.only())).get(1).text())
        .isEqualTo("none in this publication");
  }
}
