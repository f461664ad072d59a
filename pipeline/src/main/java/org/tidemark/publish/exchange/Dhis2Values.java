package org.tidemark.publish.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payload of DHIS2's {@code dataValueSets}: of each row of an indicator {@code <CODE>_NUM},
 * {@code <CODE>_DEN} and {@code <CODE>_STATUS}, by code. Values are texts; zero is told; what is
 * hidden or missing has no value but its status, and each key stands once.
 */
final class Dhis2Values {
  private Dhis2Values() {}

  static Map<String, Object> of(List<Exported> rows) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (Exported row : rows) {
      add(values, row, "_NUM", row.numerator());
      add(values, row, "_DEN", row.denominator());
      add(values, row, "_STATUS", Optional.of(row.status()));
    }
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("dataElementIdScheme", "code");
    payload.put("orgUnitIdScheme", "code");
    payload.put("dataValues", values);
    return payload;
  }

  private static void add(
      List<Map<String, Object>> values, Exported row, String part, Optional<String> value) {
    value.ifPresent(
        text -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("dataElement", row.indicator().code() + part);
          one.put("period", row.periodText());
          one.put("orgUnit", row.unit());
          one.put("value", text);
          values.add(one);
        });
  }
}
