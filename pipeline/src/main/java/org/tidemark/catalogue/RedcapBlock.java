package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The block {@code redcap} of a mapping: an export in which the rows of all instruments and events
 * stand below each other, and a question with several answers has one column an answer. It becomes
 * what any mapping may say: inputs, expressions, columns that are left out, and rows that are none.
 */
final class RedcapBlock {
  /** The rule of rows of other instruments or events. */
  static final String OTHER = "REDCAP-OTHER";

  private static final String RECORD = "record_id";
  private static final String EVENT = "redcap_event_name";
  private static final String INSTRUMENT = "redcap_repeat_instrument";
  private static final String INSTANCE = "redcap_repeat_instance";
  private static final List<String> OWN = List.of(RECORD, EVENT, INSTRUMENT, INSTANCE);

  /** Between a question and the code of an answer. */
  private static final String ANSWER = "___";

  private final Entry mapping;
  private final Entry block;

  private RedcapBlock(Entry mapping) {
    this.mapping = mapping;
    this.block = mapping.at("redcap");
  }

  static RedcapBlock of(Entry mapping) {
    return new RedcapBlock(mapping);
  }

  /** Refuses a question of which a field is filled otherwise too, or that names none. */
  void require(List<String> fields) {
    for (String field : block.at("checkboxes").keys()) {
      MappingReader.known(block.at("checkboxes"), field, fields);
      boolean twice =
          mapping.map("columns").containsValue(field)
              || mapping.at("derive").has(field)
              || mapping.at("constants").has(field)
              || mapping.texts("not_supplied").contains(field);
      if (twice) {
        throw block
            .at("checkboxes")
            .refusal("the field '" + field + "' has more than one origin", "keep one of them");
      }
    }
  }

  /**
   * Columns that are read for expressions: those of the mapping, its answers, and what tells rows.
   */
  Map<String, FieldType> inputs() {
    Map<String, FieldType> inputs = new LinkedHashMap<>();
    mapping.map("inputs").forEach((column, type) -> inputs.put(column, TableReader.type(type)));
    for (Map.Entry<String, String> one :
        Map.of("instrument", INSTRUMENT, "event", EVENT).entrySet()) {
      if (block.has(one.getKey()) && !mapping.map("columns").containsKey(one.getValue())) {
        inputs.putIfAbsent(one.getValue(), FieldType.STRING);
      }
    }
    for (String field : block.at("checkboxes").keys()) {
      Entry question = question(field);
      question
          .at("answers")
          .keys()
          .forEach(code -> inputs.put(column(question, code), FieldType.STRING));
    }
    return inputs;
  }

  /** The mapping's expressions, and a list of the answers that were ticked a question. */
  Map<String, String> derive() {
    Map<String, String> derive = new LinkedHashMap<>(mapping.map("derive"));
    for (String field : block.at("checkboxes").keys()) {
      Entry question = question(field);
      List<String> ticked = new ArrayList<>();
      question
          .map("answers")
          .forEach(
              (code, answer) ->
                  ticked.add(
                      "IF(`%s` = '1', '%s', NULL)"
                          .formatted(column(question, code), answer.replace("'", "\\'"))));
      derive.put(field, "NULLIF(CONCAT_WS(';', " + String.join(", ", ticked) + "), '')");
    }
    return derive;
  }

  /** The columns that are left out: those of the mapping, and REDCap's own that nothing reads. */
  List<String> ignore() {
    List<String> ignore = new ArrayList<>(mapping.texts("ignore"));
    if (mapping.has("redcap")) {
      OWN.stream()
          .filter(c -> !ignore.contains(c) && !mapping.map("columns").containsKey(c))
          .filter(c -> !inputs().containsKey(c))
          .forEach(ignore::add);
    }
    return ignore;
  }

  /** A project without events or repeats exports no columns of them. */
  List<String> optional() {
    List<String> optional = new ArrayList<>(mapping.texts("optional"));
    OWN.stream()
        .filter(c -> mapping.has("redcap") && !c.equals(RECORD) && !optional.contains(c))
        .filter(c -> inputs().containsKey(c) || mapping.map("columns").containsKey(c))
        .forEach(optional::add);
    return optional;
  }

  /** Rows of other instruments and events are no records of this one. */
  Map<String, String> exclude() {
    List<String> other = new ArrayList<>();
    unlike("instrument", INSTRUMENT, other);
    unlike("event", EVENT, other);
    return other.isEmpty() ? Map.of() : Map.of(OTHER, String.join(" OR ", other));
  }

  private void unlike(String key, String column, List<String> other) {
    if (block.has(key)) {
      String field = mapping.map("columns").getOrDefault(column, column);
      other.add("COALESCE(`%s`, '') <> '%s'".formatted(field, block.text(key)));
    }
  }

  private Entry question(String field) {
    return block.at("checkboxes").at(field);
  }

  private static String column(Entry question, String code) {
    return question.text("column") + ANSWER + code;
  }
}
