package org.tidemark.account;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What one accepted row says to checks against other rows, as a row of its own: which check and key
 * it meets others under, and what these are to know of it. A checked row carries its links as one
 * text, so that rows of all tables are staged alike.
 */
public final class Link {
  /** Between the links of a row. */
  public static final String ROWS = "\u001e";

  /** Between the parts of a link, in the order of the columns from {@link #GROUP} on. */
  public static final String PARTS = "\u001f";

  /** Rows that a check, or several, look at together. */
  public static final String GROUP = "group";

  /** What brings rows of a group together. */
  public static final String KEY = "key";

  /** {@link #HOLDING}, {@link #OTHER} or {@link #OWN}. */
  public static final String SIDE = "side";

  /** The first day on which another row holds; the day of an own row. */
  public static final String LOW = "low";

  /** The last day on which another row holds; of a chain the row itself. */
  public static final String HIGH = "high";

  /** Amounts, separated by semicolons; empty where one is not known. */
  public static final String AMOUNTS = "amounts";

  /** The side of another row that holds. */
  public static final String HOLDING = "a";

  /** The side of another row that does not. */
  public static final String OTHER = "b";

  /** The side of a row that the rule speaks of; it comes last. */
  public static final String OWN = "c";

  /** Where the columns stand. */
  public static final int AT_GROUP = 0;

  /** Where the key stands. */
  public static final int AT_KEY = 1;

  /** Where the side stands. */
  public static final int AT_SIDE = 2;

  /** Where the first day stands. */
  public static final int AT_LOW = 3;

  /** Where the last day stands. */
  public static final int AT_HIGH = 4;

  /** Where the amounts stand. */
  public static final int AT_AMOUNTS = 5;

  /** Where the columns of a finding begin. */
  public static final int AT_FOUND = 6;

  /** Where the table stands. */
  public static final int AT_TABLE = AT_FOUND + 3;

  /** Where the rule stands; empty on the other side. */
  public static final int AT_RULE = AT_FOUND + 8;

  private Link() {}

  /** The columns of links: those above, and those of what is found behind them. */
  public static StructType columns() {
    StructType type = new StructType();
    for (String name : new String[] {GROUP, KEY, SIDE, LOW, HIGH, AMOUNTS}) {
      type = type.add(name, DataTypes.StringType);
    }
    for (var field : StagedShape.found().fields()) {
      type = type.add(field);
    }
    return type;
  }

  /**
   * The link that a text holds: the rule, then the parts in the order of the columns.
   *
   * @param found the columns of a finding, the last to be the rule
   */
  static InternalRow row(String text, InternalRow found) {
    String[] parts = text.split(PARTS, -1);
    Object[] cells = new Object[AT_RULE + 1];
    for (int i = 0; i < AT_FOUND; i++) {
      cells[i] = UTF8String.fromString(parts[i + 1]);
    }
    var types = StagedShape.found();
    for (int i = 0; i < types.length() - 1; i++) {
      cells[AT_FOUND + i] = found.get(i, types.apply(i).dataType());
    }
    cells[AT_RULE] = UTF8String.fromString(parts[0]);
    return new GenericInternalRow(cells);
  }

  /** Of a link the columns of what is found. */
  static InternalRow found(InternalRow link) {
    var types = StagedShape.found();
    Object[] cells = new Object[types.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = link.get(AT_FOUND + i, types.apply(i).dataType());
    }
    return new GenericInternalRow(cells);
  }
}
