package org.tidemark.publish.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.model.Dhis2Period;

/**
 * Aggregate Data Exchange (IHE QRPH, ADX 2015): a group a unit and period, a data value a data
 * element. Values are numbers; a text, as the status, is an annotation beside the value 0.
 */
final class Adx {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<adx xmlns=\"urn:ihe:qrph:adx:2015\" exported=\"";

  private Adx() {}

  /**
   * The document.
   *
   * @param dataSet the data set's code
   * @param asOf the cut-off, which stands for the time of export: the same rows, the same bytes
   */
  static byte[] of(List<Exported> rows, String dataSet, LocalDate asOf) {
    Map<String, List<Exported>> groups = new TreeMap<>();
    rows.forEach(
        row ->
            groups
                .computeIfAbsent(row.unit() + "\n" + row.periodText(), none -> new ArrayList<>())
                .add(row));
    StringBuilder xml = new StringBuilder(HEAD).append(asOf).append("T00:00:00Z\">\n");
    groups.values().forEach(group -> group(xml, group, dataSet));
    return xml.append("</adx>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void group(StringBuilder xml, List<Exported> group, String dataSet) {
    Exported first = group.get(0);
    xml.append("  <group orgUnit=\"").append(escaped(first.unit()));
    xml.append("\" period=\"").append(period(first.period()));
    xml.append("\" dataSet=\"").append(escaped(dataSet)).append("\">\n");
    for (Exported row : group) {
      number(xml, row.indicator().code() + "_NUM", row.numerator());
      number(xml, row.indicator().code() + "_DEN", row.denominator());
      value(xml, row.indicator().code() + "_STATUS", "0");
      xml.append("><annotation>").append(escaped(row.status()));
      xml.append("</annotation></dataValue>\n");
    }
    xml.append("  </group>\n");
  }

  private static void number(StringBuilder xml, String element, Optional<String> number) {
    number.ifPresent(
        text -> {
          value(xml, element, text);
          xml.append("/>\n");
        });
  }

  private static void value(StringBuilder xml, String element, String value) {
    xml.append("    <dataValue dataElement=\"").append(escaped(element));
    xml.append("\" value=\"").append(escaped(value)).append('"');
  }

  /** The first day and the length. */
  static String period(Dhis2Period period) {
    String length =
        switch (period.kind()) {
          case MONTH -> "P1M";
          case QUARTER -> "P3M";
          default -> "P1Y";
        };
    return period.start() + "/" + length;
  }

  /** A text as XML holds it; what XML cannot hold at all becomes a question mark. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
