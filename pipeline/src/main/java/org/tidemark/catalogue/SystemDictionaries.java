package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.catalogue.SystemDefinition.Dictionary;
import org.tidemark.catalogue.SystemDefinition.Variable;

/**
 * The registry's own dictionaries as code lists: a value that stands in none of its codes was not
 * chosen from the list, but imported or typed past it. That is asked of the registry and refuses
 * nothing; what the shared schema cannot hold is refused by its own lists.
 */
final class SystemDictionaries {
  /** Before the field's name in the id of the check. */
  static final String RULE = "CANREG-CODE-";

  private static final String ORIGIN = "CanReg5 dictionary of the registry";
  private static final int DIGITS_OF_SITE = 3;
  private static final int LONGEST_WORD = 40;

  /** Fields whose codes are not kept as they are written. */
  private static final List<String> REWRITTEN = List.of("topography", "morphology", "behaviour");

  private final SystemDefinition system;
  private final Map<Integer, CodeTable> lists;

  private SystemDictionaries(SystemDefinition system, Map<Integer, CodeTable> lists) {
    this.system = system;
    this.lists = lists;
  }

  static SystemDictionaries of(SystemDefinition system, Map<Integer, CodeTable> lists) {
    return new SystemDictionaries(system, lists);
  }

  /**
   * One check for each field whose column has a dictionary in the file.
   *
   * @param columns column → field
   * @param recode field → (code of the registry → code of the shared schema)
   */
  List<Check> checks(
      String table, Map<String, String> columns, Map<String, Map<String, String>> recode) {
    List<Check> checks = new ArrayList<>();
    columns.forEach(
        (column, field) ->
            system
                .variable(column)
                .flatMap(
                    variable ->
                        list(variable)
                            .map(l -> check(table, field, variable, codes(l, field, recode))))
                .ifPresent(checks::add));
    return checks;
  }

  /**
   * The registry's own word for each whole code that is not recoded, of fields that hold codes as
   * they are written. Control characters go, and what is longer than a few words is cut.
   *
   * @param columns column → field
   * @param recode field → (code of the registry → code of the shared schema)
   */
  Map<String, Map<String, String>> words(
      Map<String, String> columns, Map<String, Map<String, String>> recode) {
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    columns.forEach(
        (column, field) -> {
          if (!REWRITTEN.contains(field)) {
            system
                .variable(column)
                .flatMap(this::list)
                .ifPresent(l -> words.put(field, words(l, recode.getOrDefault(field, Map.of()))));
          }
        });
    return words;
  }

  private static Map<String, String> words(
      Map.Entry<Dictionary, CodeTable> list, Map<String, String> recoded) {
    Map<String, String> words = new LinkedHashMap<>();
    List<String> whole = DictionaryFile.wholeCodes(list.getValue(), length(list.getKey()));
    for (Map<String, String> row : list.getValue().rows()) {
      String code = row.get("code");
      if (whole.contains(code) && !recoded.containsKey(code)) {
        String label = row.get("label").replaceAll("\\p{Cntrl}", " ").strip();
        words.put(code, label.substring(0, Math.min(LONGEST_WORD, label.length())));
      }
    }
    return words;
  }

  private static int length(Dictionary dictionary) {
    return dictionary.compound() ? dictionary.codeLength() : 0;
  }

  private Optional<Map.Entry<Dictionary, CodeTable>> list(Variable variable) {
    return system
        .dictionary(variable.dictionary())
        .filter(d -> lists.containsKey(d.id()) && !lists.get(d.id()).rows().isEmpty())
        .map(d -> Map.entry(d, lists.get(d.id())));
  }

  /** The whole codes, as the field holds them. */
  private static TreeSet<String> codes(
      Map.Entry<Dictionary, CodeTable> list,
      String field,
      Map<String, Map<String, String>> recode) {
    Map<String, String> shared = recode.getOrDefault(field, Map.of());
    return DictionaryFile.wholeCodes(list.getValue(), length(list.getKey())).stream()
        .map(code -> shared.getOrDefault(code, code))
        .map(code -> field.equals("topography") ? digits(code) : code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** CanReg5 stores the digits of a site alone; C50.9, C509 and 509 are one. */
  private static String digits(String site) {
    String digits = site.replaceAll("[^0-9]", "");
    return digits.substring(Math.max(0, digits.length() - DIGITS_OF_SITE));
  }

  private static Check check(String table, String field, Variable variable, TreeSet<String> codes) {
    String value =
        field.equals("topography") ? "RIGHT(topography, 3)" : "CAST(" + field + " AS STRING)";
    String among =
        codes.stream()
            .map(code -> "'" + code.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .collect(Collectors.joining(", ", value + " IN (", ")"));
    return new Check(
        RULE + field,
        1,
        table,
        Check.Severity.QUERY,
        List.of(field),
        field + " IS NOT NULL",
        among,
        ORIGIN,
        message(variable));
  }

  private static Map<String, String> message(Variable variable) {
    String column = variable.shortName();
    String list = variable.dictionary();
    Map<String, String> message = new LinkedHashMap<>();
    message.put("en", "The code of " + column + " is not in the dictionary " + list + ".");
    message.put("fr", "Le code de " + column + " n'est pas dans le dictionnaire " + list + ".");
    message.put("es", "El código de " + column + " no está en el diccionario " + list + ".");
    message.put("pt", "O código de " + column + " não está no dicionário " + list + ".");
    return message;
  }
}
