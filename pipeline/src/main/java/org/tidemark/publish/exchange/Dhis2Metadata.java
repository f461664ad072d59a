package org.tidemark.publish.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tidemark.catalogue.Indicator;
import org.tidemark.model.Dhis2Period;

/**
 * What DHIS2 must know before it takes the values: data elements, one data set, and indicators that
 * it computes from the sums by itself. An indicator that is no quotient of sums, as a median, has
 * its data elements alone.
 */
final class Dhis2Metadata {
  private static final int SHORT_NAME = 50;
  private static final Set<Indicator.Kind> QUOTIENTS =
      Set.of(Indicator.Kind.SHARE, Indicator.Kind.RATE, Indicator.Kind.RATIO);

  private final String programme;
  private final String language;
  private final List<Map<String, Object>> elements = new ArrayList<>();
  private final List<Map<String, Object>> indicators = new ArrayList<>();
  private final Map<Double, Map<String, Object>> types = new TreeMap<>();

  private Dhis2Metadata(String programme, String language) {
    this.programme = programme;
    this.language = language;
  }

  /**
   * The metadata of some rows.
   *
   * @param programme the programme's id
   * @param language of names; English where an indicator has none in it
   */
  static Map<String, Object> of(List<Exported> rows, String programme, String language) {
    Dhis2Metadata metadata = new Dhis2Metadata(programme, language);
    Map<String, Indicator> all = new TreeMap<>();
    rows.forEach(row -> all.put(row.indicator().code(), row.indicator()));
    all.values().forEach(metadata::add);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("dataElements", metadata.elements);
    told.put("indicatorTypes", List.copyOf(metadata.types.values()));
    told.put("indicators", metadata.indicators);
    told.put("dataSets", rows.isEmpty() ? List.of() : List.of(metadata.dataSet(rows.get(0))));
    return told;
  }

  private void add(Indicator indicator) {
    elements.add(element(indicator, "_NUM", "numerator", "NUMBER", "SUM"));
    elements.add(element(indicator, "_DEN", "denominator", "NUMBER", "SUM"));
    elements.add(element(indicator, "_STATUS", "status", "TEXT", "NONE"));
    Indicator.Measure measure = indicator.measures().get(0);
    if (QUOTIENTS.contains(measure.kind()) && !measure.snapshot()) {
      indicators.add(indicator(indicator, measure.per()));
    }
  }

  private Map<String, Object> element(
      Indicator indicator, String part, String what, String type, String aggregation) {
    String code = indicator.code() + part;
    Map<String, Object> element = named("dataElement", code, name(indicator) + ": " + what, code);
    element.put("domainType", "AGGREGATE");
    element.put("valueType", type);
    element.put(
        "aggregationType",
        indicator.measures().get(0).snapshot() && type.equals("NUMBER") ? "LAST" : aggregation);
    element.put("zeroIsSignificant", true);
    return element;
  }

  private Map<String, Object> indicator(Indicator indicator, double per) {
    String code = indicator.code();
    Map<String, Object> told = named("indicator", code, name(indicator), code);
    told.put("annualized", false);
    told.put("indicatorType", Map.of("id", type(per)));
    told.put("numerator", "#{" + Dhis2Uid.of("dataElement", code + "_NUM") + "}");
    told.put("numeratorDescription", code + "_NUM");
    told.put("denominator", "#{" + Dhis2Uid.of("dataElement", code + "_DEN") + "}");
    told.put("denominatorDescription", code + "_DEN");
    return told;
  }

  /** The factor of an indicator's value: 100 for a percentage. */
  private String type(double per) {
    String name = String.format(Locale.ROOT, "Per %.0f", per);
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("id", Dhis2Uid.of("indicatorType", name));
    type.put("name", name);
    type.put("factor", Math.round(per));
    type.put("number", per == 1);
    types.putIfAbsent(per, type);
    return Dhis2Uid.of("indicatorType", name);
  }

  private Map<String, Object> dataSet(Exported row) {
    Map<String, Object> set = named("dataSet", programme, programme, programme);
    set.put("periodType", periodType(row.period().kind()));
    set.put(
        "dataSetElements",
        elements.stream()
            .map(element -> Map.of("dataElement", Map.of("id", element.get("id"))))
            .toList());
    return set;
  }

  static String periodType(Dhis2Period.Kind kind) {
    return switch (kind) {
      case MONTH -> "Monthly";
      case QUARTER -> "Quarterly";
      default -> "Yearly";
    };
  }

  private String name(Indicator indicator) {
    String english = indicator.name().getOrDefault("en", indicator.code());
    return indicator.code() + " " + indicator.name().getOrDefault(language, english);
  }

  private static Map<String, Object> named(String kind, String code, String name, String brief) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", Dhis2Uid.of(kind, code));
    object.put("code", code);
    object.put("name", name);
    object.put("shortName", brief.length() > SHORT_NAME ? brief.substring(0, SHORT_NAME) : brief);
    return object;
  }
}
