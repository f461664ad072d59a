package org.tidemark.publish.page;

/**
 * One cell of a table.
 *
 * @param text its content
 * @param under a second, smaller line; may be empty
 * @param css class of the cell, as {@code met}; may be empty
 */
record Cell(String text, String under, String css) {
  static Cell of(String text) {
    return new Cell(text, "", "");
  }

  static Cell of(String text, String under) {
    return new Cell(text, under, "");
  }

  /** Stands for a figure that is not there. */
  static Cell none(String why) {
    return new Cell(why, "", "none");
  }
}
