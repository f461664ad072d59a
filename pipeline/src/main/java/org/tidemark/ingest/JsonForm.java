package org.tidemark.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tidemark.catalogue.Source;

/**
 * An array of flat objects, in UTF-8, or several of them in one object, by their tables' names. The
 * columns of the file are the names that occur in any object; where an object lacks one of them its
 * cell is empty.
 */
final class JsonForm implements Form {
  private static final int DEPTH = 20;

  private final Source source;
  private final ColumnPlan plan;
  private final IngestLimits limits;
  private final JsonFactory factory;

  private JsonForm(Source source, ColumnPlan plan, IngestLimits limits, JsonFactory factory) {
    this.source = source;
    this.plan = plan;
    this.limits = limits;
    this.factory = factory;
  }

  static JsonForm of(Intake intake, IngestLimits limits) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH)
            .maxStringLength(limits.recordBytes())
            .maxNumberLength(1000)
            .maxNameLength(1000)
            .build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(bounds).build();
    return new JsonForm(intake.source(), intake.plan(), limits, factory);
  }

  @Override
  public Outline examine(InputStream in) throws IOException {
    Whole whole = Whole.of(in);
    Set<String> columns = new LinkedHashSet<>();
    long records = 0;
    try (JsonParser json = open(whole)) {
      JsonTables tables = JsonTables.of(json, source);
      boolean reached = tables.reach();
      JsonObject object = new JsonObject(json, limits.recordBytes());
      for (; reached && object.next(); records++) {
        columns.addAll(object.cells().keySet());
        if (columns.size() > limits.columns()) {
          throw Unreadable.of(IngestRule.HEADER, "more than " + limits.columns() + " names");
        }
      }
      tables.finish(reached);
    } catch (JacksonException e) {
      throw Unreadable.of(IngestRule.JSON, "it breaks after record " + records);
    }
    if (records == 0) {
      return whole.outline(Alignment.of(plan.wanted(), plan), 0);
    }
    return whole.outline(Alignment.of(new ArrayList<>(columns), plan), records);
  }

  @Override
  public Iterator<RawRecord> records(InputStream in, SurveyedFile file, Slice slice)
      throws IOException {
    JsonParser json = open(in);
    if (!JsonTables.of(json, source).reach()) {
      throw Unreadable.of(IngestRule.CHANGED);
    }
    return JsonRecords.of(new JsonObject(json, limits.recordBytes()), file);
  }

  private JsonParser open(InputStream in) throws IOException {
    return factory.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }
}
