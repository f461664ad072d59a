package org.tidemark.publish.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.catalogue.Indicator;

/**
 * FHIR R4 {@code MeasureReport}s of type summary in a {@code Bundle}: a report an indicator, unit
 * and period, with the counts of its numerator and denominator and its score. A row that is hidden
 * or has no figure has no report. A part that is not a whole number, as full-time equivalents, has
 * no count: FHIR's counts are whole.
 */
final class MeasureReports {
  private static final String POPULATION =
      "http://terminology.hl7.org/CodeSystem/measure-population";
  private static final String NOTATION =
      "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";

  private final String programme;
  private final String date;

  private MeasureReports(String programme, String date) {
    this.programme = programme;
    this.date = date;
  }

  /**
   * The bundle.
   *
   * @param programme the programme's id
   * @param date the cut-off, ISO 8601
   */
  static Map<String, Object> of(List<Exported> rows, String programme, String date) {
    MeasureReports reports = new MeasureReports(programme, date);
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Exported row : rows) {
      if (row.value().isPresent()) {
        Map<String, Object> report = reports.report(row);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("fullUrl", "urn:tidemark:MeasureReport:" + report.get("id"));
        entry.put("resource", report);
        entries.add(entry);
      }
    }
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("resourceType", "Bundle");
    bundle.put("type", "collection");
    bundle.put("entry", entries);
    return bundle;
  }

  private Map<String, Object> report(Exported row) {
    Indicator indicator = row.indicator();
    Map<String, Object> report = new LinkedHashMap<>();
    String key = indicator.code() + "/" + row.unit() + "/" + row.periodText();
    report.put("resourceType", "MeasureReport");
    report.put("id", Dhis2Uid.of(programme, key));
    report.put("status", "complete");
    report.put("type", "summary");
    report.put("measure", "urn:tidemark:Measure:" + indicator.code());
    report.put("date", date);
    report.put("reporter", Map.of("identifier", Map.of("value", row.unit())));
    report.put("period", period(row));
    notation(indicator)
        .ifPresent(code -> report.put("improvementNotation", concept(NOTATION, code)));
    report.put("group", List.of(group(row)));
    return report;
  }

  private static Map<String, Object> period(Exported row) {
    Map<String, Object> period = new LinkedHashMap<>();
    period.put("start", row.period().start().toString());
    period.put("end", row.period().end().toString());
    return period;
  }

  private static Map<String, Object> group(Exported row) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("code", Map.of("text", row.indicator().code()));
    List<Map<String, Object>> population = new ArrayList<>();
    count(row.numerator()).ifPresent(n -> population.add(population("numerator", n)));
    count(row.denominator()).ifPresent(n -> population.add(population("denominator", n)));
    if (!population.isEmpty()) {
      group.put("population", population);
    }
    Map<String, Object> score = new LinkedHashMap<>();
    score.put("value", new BigDecimal(row.value().orElseThrow()));
    score.put("unit", row.indicator().unit());
    group.put("measureScore", score);
    return group;
  }

  private static Optional<Integer> count(Optional<String> text) {
    return text.filter(t -> t.matches("\\d{1,9}")).map(Integer::valueOf);
  }

  private static Map<String, Object> population(String code, int count) {
    Map<String, Object> population = new LinkedHashMap<>();
    population.put("code", concept(POPULATION, code));
    population.put("count", count);
    return population;
  }

  private static Map<String, Object> concept(String system, String code) {
    Map<String, Object> coding = new LinkedHashMap<>();
    coding.put("system", system);
    coding.put("code", code);
    return Map.of("coding", List.of(coding));
  }

  private static Optional<String> notation(Indicator indicator) {
    return switch (indicator.direction()) {
      case UP -> Optional.of("increase");
      case DOWN -> Optional.of("decrease");
      case BAND, CONTEXT -> Optional.empty();
    };
  }
}
