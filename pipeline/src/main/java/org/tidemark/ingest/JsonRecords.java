package org.tidemark.ingest;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** The records of a JSON array; the first element is record 1. */
final class JsonRecords implements Iterator<RawRecord> {
  private final JsonObject object;
  private final SurveyedFile file;
  private long number;
  private boolean ahead;
  private boolean ended;

  private JsonRecords(JsonObject object, SurveyedFile file) {
    this.object = object;
    this.file = file;
  }

  static JsonRecords of(JsonObject object, SurveyedFile file) {
    return new JsonRecords(object, file);
  }

  @Override
  public boolean hasNext() {
    try {
      if (!ahead && !ended) {
        ahead = object.next();
        ended = !ahead;
      }
      return ahead;
    } catch (JacksonException e) {
      throw new UncheckedIOException(Unreadable.of(IngestRule.CHANGED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ahead = false;
    IngestRule fault = object.fault();
    Alignment alignment = file.alignment();
    return new RawRecord(
        file.source(),
        file.name(),
        ++number,
        fault == null ? alignment.align(cells()) : alignment.none(),
        fault == null ? null : fault.id(),
        RawText.ofText(object.text()));
  }

  /** The cells in the order of the file's columns. */
  private String[] cells() {
    Map<String, String> found = object.cells();
    return file.alignment().columns().stream()
        .map(name -> found.getOrDefault(name, ""))
        .toArray(String[]::new);
  }
}
