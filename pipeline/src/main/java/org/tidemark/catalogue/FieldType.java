package org.tidemark.catalogue;

/** How the values of a field are read and stored. */
public enum FieldType {
  /** Text, trimmed; empty is missing. */
  STRING,
  /** A whole number of 32 bits. */
  INTEGER,
  /** A decimal number, stored as a double. */
  NUMBER,
  /** true or false; also 1/0, yes/no. */
  BOOLEAN,
  /** An ISO 8601 calendar date, stored as text because it may be partial (2019, 2019-07). */
  DATE,
  /** An ISO 8601 local date and time, stored as text; a bare date is its midnight. */
  DATETIME,
  /** Several values, separated by semicolons, stored as given. */
  LIST
}
