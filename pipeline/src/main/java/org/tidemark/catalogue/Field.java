package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

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
    String origin)
    implements Serializable {
  /** Checks that nothing is absent. */
  public Field {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    values = List.copyOf(values);
  }
}
