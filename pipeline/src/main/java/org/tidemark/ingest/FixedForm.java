package org.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import org.tidemark.catalogue.FileLayout;
import org.tidemark.catalogue.FixedColumn;
import org.tidemark.catalogue.TextFormat;

/**
 * Text in fixed columns: every line is a record, and the mapping says which characters of it are
 * which column. A line of another length than the layout's is refused, since one character too few
 * shifts all that follow it.
 */
final class FixedForm implements Form {
  private final ColumnPlan plan;
  private final FileLayout layout;
  private final TextFormat lines;
  private final Charset charset;
  private final IngestLimits limits;

  private FixedForm(
      ColumnPlan plan, FileLayout layout, TextFormat lines, Charset charset, IngestLimits limits) {
    this.plan = plan;
    this.layout = layout;
    this.lines = lines;
    this.charset = charset;
    this.limits = limits;
  }

  static FixedForm of(Intake intake, IngestLimits limits) {
    TextFormat standard = TextFormat.STANDARD;
    TextFormat lines =
        new TextFormat(standard.delimiter(), standard.quote(), intake.text().encoding(), false);
    Charset charset = Encoding.of(lines, "source " + intake.source().id());
    return new FixedForm(intake.plan(), intake.layout(), lines, charset, limits);
  }

  @Override
  public Outline examine(InputStream in) throws IOException {
    CsvBlocks blocks = blocks(in, Encoding.skipMark(in, charset));
    SliceCuts cuts = SliceCuts.of(limits.sliceBytes());
    boolean looked = false;
    for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
      if (!looked && block.count() > 0) {
        CharsetGuess.refuseForeign(block, charset, false);
        looked = true;
      }
      cuts.add(block, 0, block.count());
    }
    if (!looked) {
      throw Unreadable.of(IngestRule.EMPTY);
    }
    List<Slice> slices = cuts.slices();
    return new Outline(alignment(), cuts.records(), slices);
  }

  @Override
  public Iterator<RawRecord> records(InputStream in, SurveyedFile file, Slice slice) {
    return FixedRecords.of(blocks(in, slice.start()), layout, charset, file, slice);
  }

  /** Lines are cut as those of delimited text, but no quote means anything. */
  private CsvBlocks blocks(InputStream in, long offset) {
    return CsvBlocks.of(in, CsvCutter.counting(lines, limits), limits.blockBytes(), offset);
  }

  private Alignment alignment() throws Unreadable {
    return Alignment.of(layout.fixed().stream().map(FixedColumn::name).toList(), plan);
  }
}
