package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How values of DHIS2, one a data element, period, organisation unit and category options, become
 * rows. An asterisk at the beginning or the end of a name stands for any text.
 *
 * @param elements data element → what its value is
 * @param options category option combination → the fields that it sets; none: only the default one
 *     may stand
 * @param attributes attribute option combination → the fields that it sets; none: likewise
 * @param ignore data elements that are left out on purpose
 */
public record Dhis2Layout(
    Map<String, Element> elements,
    Map<String, Map<String, String>> options,
    Map<String, Map<String, String>> attributes,
    List<String> ignore)
    implements Serializable {
  /** No values of DHIS2. */
  public static final Dhis2Layout NONE = new Dhis2Layout(Map.of(), Map.of(), Map.of(), List.of());

  /** The rule of word that a value was deleted: no fault of the data. */
  public static final String DELETED = "INGEST-DHIS2-DELETED";

  /** The column of the organisation unit. */
  public static final String UNIT = "orgUnit";

  /** The column of the period, in the form of the shared schema where it has one. */
  public static final String PERIOD = "period";

  /** The column of the period's first day. */
  public static final String START = "periodStart";

  /** The column of the period's last day. */
  public static final String END = "periodEnd";

  /** The columns that every value has. */
  public static final List<String> COLUMNS = List.of(UNIT, PERIOD, START, END);

  private static final String ANY = "*";

  /** The combination of a value without category options. */
  private static final List<String> DEFAULTS = List.of("", "default", "HllvX50cXC0");

  /**
   * What the value of a data element is.
   *
   * @param field the field that it fills
   * @param as the field that the text for the asterisk fills; empty where none does
   * @param set other fields of its row
   */
  public record Element(String field, String as, Map<String, String> set) implements Serializable {
    /** Checks that nothing is absent and copies the map. */
    public Element {
      requireNonNull(field, "field");
      requireNonNull(as, "as");
      set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
  }

  /** Copies the maps, whose order is kept: the first name that fits holds. */
  public Dhis2Layout {
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    ignore = List.copyOf(ignore);
  }

  /** Whether files are values of DHIS2. */
  public boolean present() {
    return !elements.isEmpty();
  }

  /** The fields that values fill, each once. */
  public List<String> fields() {
    List<String> fields = new java.util.ArrayList<>();
    elements
        .values()
        .forEach(
            e -> {
              fields.add(e.field());
              fields.add(e.as());
              fields.addAll(e.set().keySet());
            });
    options.values().forEach(set -> fields.addAll(set.keySet()));
    attributes.values().forEach(set -> fields.addAll(set.keySet()));
    return fields.stream().filter(f -> !f.isEmpty()).distinct().toList();
  }

  /** What the value of a data element is, its asterisk filled; none where it is not mapped. */
  public Optional<Element> element(String name) {
    for (Map.Entry<String, Element> entry : elements.entrySet()) {
      Optional<String> text = text(entry.getKey(), name);
      if (text.isPresent()) {
        Element element = entry.getValue();
        if (element.as().isEmpty()) {
          return Optional.of(element);
        }
        Map<String, String> set = new LinkedHashMap<>(element.set());
        set.put(element.as(), text.get());
        return Optional.of(new Element(element.field(), element.as(), set));
      }
    }
    return Optional.empty();
  }

  /** The fields that a combination of category options sets; none where it is not known. */
  public Optional<Map<String, String>> option(String name) {
    return of(options, name);
  }

  /** The fields that a combination of attribute options sets; none where it is not known. */
  public Optional<Map<String, String>> attribute(String name) {
    return of(attributes, name);
  }

  private static Optional<Map<String, String>> of(
      Map<String, Map<String, String>> combinations, String name) {
    for (Map.Entry<String, Map<String, String>> entry : combinations.entrySet()) {
      if (text(entry.getKey(), name).isPresent()) {
        return Optional.of(entry.getValue());
      }
    }
    return DEFAULTS.contains(name) ? Optional.of(Map.of()) : Optional.empty();
  }

  /** Whether a data element is left out on purpose. */
  public boolean ignores(String name) {
    return ignore.stream().anyMatch(pattern -> text(pattern, name).isPresent());
  }

  /** The text for the asterisk, empty without one; none where the name does not fit. */
  private static Optional<String> text(String pattern, String name) {
    if (pattern.endsWith(ANY)) {
      String begin = pattern.substring(0, pattern.length() - 1);
      return name.startsWith(begin)
          ? Optional.of(name.substring(begin.length()))
          : Optional.empty();
    }
    if (pattern.startsWith(ANY)) {
      String end = pattern.substring(1);
      return name.endsWith(end)
          ? Optional.of(name.substring(0, name.length() - end.length()))
          : Optional.empty();
    }
    return pattern.equals(name) ? Optional.of("") : Optional.empty();
  }
}
