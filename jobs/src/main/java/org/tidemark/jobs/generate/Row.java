package org.tidemark.jobs.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The cells of one row by column; a column that is not named, or is given nothing, is missing. */
final class Row {
  private final Map<String, Object> cells = new LinkedHashMap<>();

  /** A row that came with a submission. */
  static Row in(Submission submission) {
    return new Row().with("submission_id", submission.id());
  }

  /**
   * Fills a cell.
   *
   * @param value text, number, truth value, date or date and time; null is missing
   */
  Row with(String column, Object value) {
    if (value != null) {
      cells.put(column, value);
    }
    return this;
  }

  /** Fills a cell where there is something to fill it with. */
  Row with(String column, Optional<?> value) {
    return with(column, value.orElse(null));
  }

  Map<String, Object> cells() {
    return cells;
  }
}
