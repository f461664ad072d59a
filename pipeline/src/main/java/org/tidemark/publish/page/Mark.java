package org.tidemark.publish.page;

/**
 * One mark of a drawing: a path, or a text where {@code path} is empty.
 *
 * @param css the class that styles it
 * @param path SVG path commands
 * @param x where a text stands
 * @param y its baseline
 * @param anchor start, middle or end
 * @param text the words
 */
record Mark(String css, String path, String x, String y, String anchor, String text) {
  boolean isPath() {
    return text.isEmpty();
  }
}
