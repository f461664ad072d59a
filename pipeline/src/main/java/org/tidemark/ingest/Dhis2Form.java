package org.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.tidemark.catalogue.Dhis2Layout;

/**
 * Values of DHIS2: {@code dataValueSets} as JSON or CSV, or analytics as JSON, told apart by how
 * they begin. A payload is held in memory, within a limit.
 */
final class Dhis2Form implements Form {
  private final ColumnPlan plan;
  private final Dhis2Layout layout;
  private final IngestLimits limits;

  private Dhis2Form(ColumnPlan plan, Dhis2Layout layout, IngestLimits limits) {
    this.plan = plan;
    this.layout = layout;
    this.limits = limits;
  }

  static Dhis2Form of(Intake intake, IngestLimits limits) {
    return new Dhis2Form(intake.plan(), intake.layout().dhis2(), limits);
  }

  @Override
  public Outline examine(InputStream in) throws IOException {
    Whole whole = Whole.of(in);
    int most = Math.toIntExact(limits.sheetBytes());
    byte[] bytes = whole.readNBytes(most + 1);
    if (bytes.length > most) {
      throw Unreadable.of(IngestRule.DHIS2, "a payload may have " + most + " bytes");
    }
    return whole.outline(Alignment.of(plan.wanted(), plan), rows(bytes).size());
  }

  @Override
  public Iterator<RawRecord> records(InputStream in, SurveyedFile file, Slice slice)
      throws IOException {
    return rows(in.readAllBytes()).stream().map(row -> record(row, file)).iterator();
  }

  private List<Dhis2Rows.Row> rows(byte[] bytes) throws IOException {
    return Dhis2Rows.of(json(bytes) ? Dhis2Values.of(bytes, limits) : Dhis2Text.of(bytes), layout);
  }

  private RawRecord record(Dhis2Rows.Row row, SurveyedFile file) {
    String fault = row.fault().map(IngestRule::id).orElse(null);
    String[] cells =
        fault == null
            ? plan.wanted().stream().map(row::cell).toArray(String[]::new)
            : file.alignment().none();
    return new RawRecord(
        file.source(), file.name(), row.number(), cells, fault, RawText.ofText(row.text()));
  }

  private static boolean json(byte[] bytes) {
    for (byte one : bytes) {
      if (one == '{' || one == '[') {
        return true;
      }
      // Blanks, and the three bytes of a UTF-8 mark, which is Jackson's to read.
      if (one > ' ') {
        return false;
      }
    }
    return false;
  }
}
