package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds for the records of one source alone, beside how its columns become fields.
 *
 * @param headers under which names the columns may stand in a header
 * @param optional mapped columns that a file may lack; the field is then empty
 * @param dropped ignored columns that can name a patient: read nowhere and stored nowhere
 * @param exclude rule → SQL predicate over fields and inputs: records that the sender itself has
 *     withdrawn; each is refused under the rule, counted, and no fault of the data
 * @param checks checks of this source, over fields and inputs
 * @param beside files of the source's other tables, which its records are joined with
 * @param words field → code as the source writes it → the source's own word for it, out of a code
 *     list of its own: no value of a record
 * @param names columns that make up a person's name: of which only a keyed code is made, to find
 *     one person under two ids; in no field and stored nowhere
 * @param years inputs that hold a number of a year and a series, of which the year alone is read
 */
public record SourceRules(
    HeaderForms headers,
    List<String> optional,
    List<String> dropped,
    Map<String, String> exclude,
    List<Check> checks,
    List<BesideFile> beside,
    Map<String, Map<String, String>> words,
    List<String> years,
    List<String> names)
    implements Serializable {
  /** Nothing beyond the mapping. */
  public static final SourceRules NONE =
      new SourceRules(
          HeaderForms.EXACT,
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of());

  /** Nothing but that files may lack some columns, that some rows are no records, and names. */
  static SourceRules optional(
      List<String> columns, Map<String, String> exclude, List<String> names) {
    return new SourceRules(
        HeaderForms.EXACT,
        columns,
        List.of(),
        exclude,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        names);
  }

  /** Copies the collections; the order of exclusions is kept, since the first that holds counts. */
  public SourceRules {
    optional = List.copyOf(optional);
    dropped = List.copyOf(dropped);
    exclude = Collections.unmodifiableMap(new LinkedHashMap<>(exclude));
    checks = List.copyOf(checks);
    beside = List.copyOf(beside);
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    years = List.copyOf(years);
    names = List.copyOf(names);
  }

  /** Whether a check of this source reads the column. */
  public boolean reads(String column) {
    return checks.stream().anyMatch(c -> c.fields().contains(column));
  }
}
