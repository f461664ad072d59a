package org.tidemark.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.SystemDefinition.Coding;
import org.tidemark.catalogue.SystemDefinition.Type;
import org.tidemark.catalogue.SystemDefinition.Variable;

/**
 * How the values of a CanReg5 export are read: codes of sex, unknown ages, forms of dates.
 *
 * @param recode field → (code of the registry → code of the shared schema)
 * @param missing field → texts that mean unknown
 * @param dates field → pattern
 */
record SystemValues(
    Map<String, Map<String, String>> recode,
    Map<String, List<String>> missing,
    Map<String, String> dates) {
  private static final String STORED = "yyyyMMdd";
  private static final List<String> UNKNOWN_DATES = List.of("99999999", "00000000");

  /** The form of a date as shown, by the definition's number for it. */
  private static final Map<String, String> SHOWN =
      Map.of("0", "dd/MM/yyyy", "1", "MM/dd/yyyy", "2", "yyyy/MM/dd");

  /**
   * The values of the mapped columns.
   *
   * @param entry the source in the programme, whose own recodes and dates go before
   * @param columns short name → field
   */
  static SystemValues of(SystemDefinition system, Entry entry, Map<String, String> columns) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    Map<String, String> dates = new LinkedHashMap<>();
    columns.forEach(
        (column, field) ->
            system
                .variable(column)
                .ifPresent(
                    variable -> {
                      if (variable.type() == Type.DATE) {
                        dates.put(field, pattern(variable, system.coding()));
                        missing.put(field, UNKNOWN_DATES);
                      } else if (field.equals("age") && variable.length() > 0) {
                        missing.put(field, List.of("9".repeat(variable.length())));
                      }
                    }));
    dates.putAll(entry.map("dates"));
    Map<String, Map<String, String>> recode = new LinkedHashMap<>();
    recode.put("sex", sex(system.coding()));
    recode.putAll(entry.maps("recode"));
    recode.values().removeIf(Map::isEmpty);
    return new SystemValues(recode, missing, dates);
  }

  /** Eight places are the form that CanReg5 stores; ten are that which it shows. */
  private static String pattern(Variable variable, Coding coding) {
    if (variable.length() != 10 || !SHOWN.containsKey(coding.dateFormat())) {
      return STORED;
    }
    String separator = coding.dateSeparator().isEmpty() ? "/" : coding.dateSeparator();
    return SHOWN.get(coding.dateFormat()).replace("/", separator);
  }

  private static Map<String, String> sex(Coding coding) {
    Map<String, String> sex = new LinkedHashMap<>();
    put(sex, coding.unknownSex(), "9");
    put(sex, coding.female(), "2");
    put(sex, coding.male(), "1");
    return sex;
  }

  private static void put(Map<String, String> sex, String own, String shared) {
    if (!own.isEmpty()) {
      sex.put(own, shared);
    }
  }
}
