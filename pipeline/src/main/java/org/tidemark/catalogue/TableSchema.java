package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One table of the shared schema.
 *
 * @param name the table's name, as in the contract
 * @param title what one row is
 * @param fields its columns, in order; the three columns of place are not among them
 * @param primaryKey the fields that name a row; empty where rows have no name of their own
 * @param submissionField the field that names the submission a row came with, or empty; rows of a
 *     submission that a later one supersedes do not count
 * @param foreignKeys its fields that name rows of other tables
 * @param siteReport whether sites fill it by hand: reasons for missing values may then stand in any
 *     cell, and what names a person is refused on sight
 * @param smallCells what a published table counts people by; empty where it counts none
 */
public record TableSchema(
    String name,
    String title,
    List<Field> fields,
    List<String> primaryKey,
    Optional<String> submissionField,
    List<ForeignKey> foreignKeys,
    boolean siteReport,
    Optional<SmallCells> smallCells) {
  /** A table that counts nobody. */
  public TableSchema(
      String name,
      String title,
      List<Field> fields,
      List<String> primaryKey,
      Optional<String> submissionField,
      List<ForeignKey> foreignKeys,
      boolean siteReport) {
    this(
        name,
        title,
        fields,
        primaryKey,
        submissionField,
        foreignKeys,
        siteReport,
        Optional.empty());
  }

  /** Checks that nothing is absent and copies the lists. */
  public TableSchema {
    requireNonNull(name, "name");
    fields = List.copyOf(fields);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /** A table that names no rows of others, and that sites do not fill by hand. */
  public TableSchema(
      String name,
      String title,
      List<Field> fields,
      List<String> primaryKey,
      Optional<String> submissionField) {
    this(name, title, fields, primaryKey, submissionField, List.of(), false);
  }

  /** The field of that name, if the table has it. */
  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(f -> f.name().equals(fieldName)).findFirst();
  }

  /** The names of the fields that name a person or a tumour: hardly two rows have the same. */
  public List<String> identifying() {
    return fields.stream().filter(Field::identifying).map(Field::name).toList();
  }

  /** The names of its dates and times. */
  public List<String> dates() {
    return fields.stream()
        .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.DATETIME)
        .map(Field::name)
        .toList();
  }
}
