package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One column of a shared-schema table.
 *
 * @param name the column's name, as in the contract
 * @param type how its values are read and stored
 * @param required whether a record without it is refused
 * @param identifying whether it could name a patient, and so never leaves the private folder
 * @param codeList the code list its values come from, or empty
 * @param values the values allowed where no code list is named; empty allows any
 * @param unit the unit of a number, or empty
 * @param title what it means, in one line
 * @param origin the standard it comes from and its number there
 * @param idWithin of an id that may name a patient the fields that it is unique within, if any; it
 *     is stored as a pseudonym. Empty where the field is none
 */
public record Field(
    String name,
    FieldType type,
    boolean required,
    boolean identifying,
    String codeList,
    List<String> values,
    String unit,
    String title,
    String origin,
    Optional<List<String>> idWithin)
    implements Serializable {
  /** A field that holds no id. */
  public Field(
      String name,
      FieldType type,
      boolean required,
      boolean identifying,
      String codeList,
      List<String> values,
      String unit,
      String title,
      String origin) {
    this(
        name, type, required, identifying, codeList, values, unit, title, origin, Optional.empty());
  }

  /** Checks that nothing is absent. */
  public Field {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    values = List.copyOf(values);
    idWithin = idWithin.map(List::copyOf);
  }
}
