package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.model.Refusal;

/**
 * A block of a document that its meta-schema has let pass, with its place for errors. Absent keys
 * give the default.
 *
 * @param file the document
 * @param pointer the JSON pointer of the block in it
 * @param node the block
 */
record Entry(String file, String pointer, JsonNode node) {
  static Entry of(String file, JsonNode root) {
    return new Entry(file, "", root);
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    return node.path(key).asText();
  }

  String text(String key, String absent) {
    return has(key) ? text(key) : absent;
  }

  boolean flag(String key, boolean absent) {
    return has(key) ? node.path(key).asBoolean() : absent;
  }

  int whole(String key, int absent) {
    return has(key) ? node.path(key).asInt() : absent;
  }

  double number(String key, double absent) {
    return has(key) ? node.path(key).asDouble() : absent;
  }

  List<String> texts(String key) {
    return texts(key, List.of());
  }

  List<String> texts(String key, List<String> absent) {
    return has(key) ? texts(node.path(key)) : absent;
  }

  Entry at(String key) {
    return new Entry(file, pointer + "/" + key, node.path(key));
  }

  Optional<Entry> child(String key) {
    return has(key) ? Optional.of(at(key)) : Optional.empty();
  }

  /** The blocks of a list. */
  List<Entry> entries(String key) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : node.path(key)) {
      entries.add(new Entry(file, pointer + "/" + key + "/" + entries.size(), item));
    }
    return entries;
  }

  /** The names of the block's keys, in order. */
  List<String> keys() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  Map<String, String> map(String key) {
    return map(key, JsonNode::asText);
  }

  Map<String, List<String>> lists(String key) {
    return map(key, Entry::texts);
  }

  Map<String, Map<String, String>> maps(String key) {
    Map<String, Map<String, String>> maps = new LinkedHashMap<>();
    at(key).keys().forEach(name -> maps.put(name, at(key).map(name)));
    return maps;
  }

  /** A refusal of what stands here. */
  Refusal refusal(String what, String mend) {
    return Refusal.operator(pointer.isEmpty() ? file : file + " at " + pointer, what, mend);
  }

  /** A refusal of a name that stands here and is not known. */
  Refusal unknown(String kind, String name, Iterable<String> known) {
    List<String> names = new ArrayList<>();
    known.forEach(names::add);
    return refusal("there is no " + kind + " '" + name + "'", Names.mend(name, names));
  }

  private <T> Map<String, T> map(String key, Function<JsonNode, T> reading) {
    Map<String, T> map = new LinkedHashMap<>();
    JsonNode block = node.path(key);
    block.fieldNames().forEachRemaining(name -> map.put(name, reading.apply(block.path(name))));
    return map;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
