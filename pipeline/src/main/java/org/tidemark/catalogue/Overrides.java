package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.tidemark.model.Refusal;

/**
 * Settings of the command line laid over a programme file: {@code acceptance.rejected_share_max},
 * {@code sources.0.path}. A value is read as YAML, so that lists can be given too.
 */
final class Overrides {
  private Overrides() {}

  /** Changes the tree; it is validated afterwards like a file. */
  static void apply(JsonNode root, Map<String, String> settings) {
    settings.forEach(
        (key, text) -> {
          String where = "--set " + key;
          String[] steps = key.split("\\.", -1);
          JsonNode block = root;
          for (int i = 0; i < steps.length - 1; i++) {
            block = down(where, block, steps[i]);
          }
          put(where, block, steps[steps.length - 1], Documents.value(where, text));
        });
  }

  private static JsonNode down(String where, JsonNode block, String step) {
    if (block instanceof ObjectNode object) {
      JsonNode next = object.path(step);
      return next.isMissingNode() ? object.putObject(step) : next;
    }
    if (block instanceof ArrayNode array && index(step) < array.size()) {
      return array.get(index(step));
    }
    throw nothingThere(where);
  }

  private static void put(String where, JsonNode block, String step, JsonNode value) {
    if (block instanceof ObjectNode object && !step.isEmpty()) {
      object.set(step, value);
    } else if (block instanceof ArrayNode array && index(step) < array.size()) {
      array.set(index(step), value);
    } else {
      throw nothingThere(where);
    }
  }

  private static int index(String step) {
    return step.matches("\\d{1,4}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
  }

  private static Refusal nothingThere(String where) {
    return Refusal.operator(
        where,
        "leads to no place in the programme file",
        "name keys from the top, separated by dots; entries of a list by number from 0");
  }
}
