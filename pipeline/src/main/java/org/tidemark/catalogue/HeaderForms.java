package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names under which a column may stand in a header, for a sender whose program lets the user
 * choose. CanReg5 writes short, full, English or standard names, in the case of its database; a
 * star after a name that has no standard form; and beside a coded column its category and its
 * description. Of names of one kind, one that two columns bear means neither.
 *
 * @param forms a name in lower case → the column
 * @param repeated columns that may stand several times, numbered: one for each notification
 */
public record HeaderForms(Map<String, String> forms, Set<String> repeated) implements Serializable {
  /** Columns bear their own names and no other. */
  public static final HeaderForms EXACT = new HeaderForms(Map.of(), Set.of());

  private static final Pattern BESIDE = Pattern.compile("(.+) \\((?:cat|desc)\\)");
  private static final Pattern NUMBERED = Pattern.compile("(.+?)[0-9]{1,2}");

  /** Copies the collections. */
  public HeaderForms {
    forms = Map.copyOf(forms);
    repeated = Set.copyOf(repeated);
  }

  /** The forms of all variables of a CanReg5 registry; short names go before all others. */
  static HeaderForms of(SystemDefinition system) {
    Map<String, String> forms = new LinkedHashMap<>();
    List<Function<SystemDefinition.Variable, String>> kinds =
        List.of(
            SystemDefinition.Variable::shortName,
            SystemDefinition.Variable::standardName,
            SystemDefinition.Variable::fullName,
            SystemDefinition.Variable::englishName);
    for (Function<SystemDefinition.Variable, String> kind : kinds) {
      add(forms, system.variables(), kind);
    }
    Set<String> repeated = new HashSet<>();
    system.variables().stream()
        .filter(v -> v.table() == SystemDefinition.Table.SOURCE)
        .forEach(v -> repeated.add(lower(v.shortName())));
    return new HeaderForms(forms, repeated);
  }

  /** Adds the names of one kind that mean one variable and are not taken by an earlier kind. */
  private static void add(
      Map<String, String> forms,
      List<SystemDefinition.Variable> variables,
      Function<SystemDefinition.Variable, String> kind) {
    Map<String, Long> times =
        variables.stream()
            .collect(Collectors.groupingBy(v -> lower(kind.apply(v)), Collectors.counting()));
    for (SystemDefinition.Variable variable : variables) {
      String form = lower(kind.apply(variable));
      if (!form.isEmpty() && times.get(form) == 1) {
        forms.putIfAbsent(form, variable.shortName());
      }
    }
  }

  /** The column that a header's name means; the name itself where it is no known form. */
  public String column(String header) {
    if (forms.isEmpty()) {
      return header;
    }
    String lower = lower(header);
    String bare = lower.endsWith("*") ? lower.substring(0, lower.length() - 1) : lower;
    return forms.getOrDefault(lower, forms.getOrDefault(bare, header));
  }

  /** Whether a name is that of a column which the program adds and which says nothing new. */
  public boolean added(String header) {
    String lower = lower(header);
    Matcher beside = BESIDE.matcher(lower);
    Matcher numbered = NUMBERED.matcher(lower);
    return beside.matches() && forms.containsKey(lower(column(beside.group(1))))
        || numbered.matches() && repeated.contains(numbered.group(1));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
