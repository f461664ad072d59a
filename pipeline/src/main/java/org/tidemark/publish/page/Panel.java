package org.tidemark.publish.page;

import java.util.Optional;

/**
 * A section's main matter: a figure, or why there is none.
 *
 * @param figure the chart
 * @param absent why it is missing; empty where it is there
 */
record Panel(Optional<Figure> figure, String absent) {
  static Panel of(Figure figure) {
    return new Panel(Optional.of(figure), "");
  }

  static Panel absent(String why) {
    return new Panel(Optional.empty(), why);
  }
}
