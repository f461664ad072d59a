package org.tidemark.conform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.catalogue.CodeTable;
import org.tidemark.catalogue.StageForm;
import org.tidemark.coding.Stage;
import org.tidemark.coding.StageReader;

/**
 * Reads the stage from text, in the scheme that the mapping, the record or the text itself names;
 * where there is no text, from the categories T, N and M. A text that is not understood gives no
 * stage: it is kept as it was sent, and a check names it.
 */
final class StageReading implements Joint.Reading {
  private static final long serialVersionUID = 1L;

  /** The fields that a stage is read from. */
  static final List<String> FIELDS = List.of("stage", "stage_scheme", "topography", "t", "n", "m");

  private static final List<String> TABLES =
      List.of("stage_schemes", "stage_words", "stage_codes", "stage_groups");

  private final StageReader reader;
  private final String scheme;
  private final Cell[] cells;
  private final boolean stage;

  private StageReading(StageReader reader, String scheme, Cell[] cells, boolean stage) {
    this.reader = reader;
    this.scheme = scheme;
    this.cells = cells;
    this.stage = stage;
  }

  /**
   * The stage, or the scheme that it was read in.
   *
   * @param cells of {@link #FIELDS}, in their order
   * @param stage whether the stage is meant
   */
  static Joint of(StageForm form, Map<String, CodeTable> codes, Cell[] cells, boolean stage) {
    Map<String, List<Map<String, String>>> tables = new HashMap<>();
    TABLES.forEach(name -> tables.put(name, codes.get(name).rows()));
    StageReader reader = StageReader.of(tables, form.unverified());
    return new Joint(cells, new StageReading(reader, form.scheme(), cells, stage));
  }

  @Override
  public Object read(String[] texts) {
    String[] codes = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      codes[i] = cells[i].form().apply(cells[i].code(texts[i]));
    }
    String stated = scheme.isEmpty() ? codes[1] : scheme;
    Optional<Stage> found =
        codes[0] == null
            ? reader.read(codes[3], codes[4], codes[5], codes[2])
            : reader.read(codes[0], stated, codes[2]);
    return stage
        ? found.map(Stage::code).orElse(null)
        : found.map(Stage::scheme).filter(name -> !name.isEmpty()).orElse(stated);
  }
}
