package org.tidemark.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Field;

/**
 * What the registry's own code lists have and a field of the shared schema lacks: very likely what
 * records of an unknown code hold. Told out of the lists alone, never out of a record.
 */
final class LackingCodes {
  private static final String RULE = "CODE-";
  private static final int MOST = 5;

  private final Catalogue catalogue;
  private final CheckWords words;

  LackingCodes(Catalogue catalogue, CheckWords words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** A sentence behind that of a check of a field's codes; empty where there is nothing to say. */
  String of(Sources.Entry entry, Check check) {
    return entry.table().fields().stream()
        .filter(f -> check.id().equals(RULE + f.name()))
        .map(f -> lacking(f, entry.mapping().rules().words().getOrDefault(f.name(), Map.of())))
        .filter(codes -> !codes.isEmpty())
        .map(codes -> " " + words.say("lacking", codes))
        .findFirst()
        .orElse("");
  }

  private String lacking(Field field, Map<String, String> own) {
    Collection<String> known =
        field.codeList().isEmpty()
            ? field.values()
            : catalogue.codes().get(field.codeList()).codes();
    List<Map.Entry<String, String>> lacking =
        own.entrySet().stream().filter(word -> !known.contains(word.getKey())).toList();
    return lacking.stream()
            .limit(MOST)
            .map(word -> "%s (%s)".formatted(word.getKey(), word.getValue()))
            .collect(Collectors.joining(", "))
        + (lacking.size() > MOST ? " …" : "");
  }
}
