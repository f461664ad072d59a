package org.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.tidemark.catalogue.TextFormat;

/** Delimited text: the first line that is not blank is the header. */
final class CsvForm implements Form {
  private final ColumnPlan plan;
  private final TextFormat text;
  private final Charset charset;
  private final IngestLimits limits;

  private CsvForm(ColumnPlan plan, TextFormat text, Charset charset, IngestLimits limits) {
    this.plan = plan;
    this.text = text;
    this.charset = charset;
    this.limits = limits;
  }

  static CsvForm of(Intake intake, IngestLimits limits) {
    Charset charset = Encoding.of(intake.text(), "source " + intake.source().id());
    return new CsvForm(intake.plan(), intake.text(), charset, limits);
  }

  @Override
  public Outline examine(InputStream in) throws IOException {
    int mark = Encoding.skipMark(in, charset);
    CsvCutter cutter = CsvCutter.counting(text, limits);
    CsvBlocks blocks = CsvBlocks.of(in, cutter, limits.blockBytes(), mark);
    CsvBlock first = firstRecords(blocks);
    CharsetGuess.refuseForeign(first, charset, true);
    Alignment alignment = Alignment.of(header(first), plan);
    SliceCuts cuts = SliceCuts.of(limits.sliceBytes());
    cuts.add(first, first.count() > 1 ? first.start(1) : first.consumed(), first.count() - 1);
    for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
      cuts.add(block, 0, block.count());
    }
    List<Slice> slices = cuts.slices();
    return new Outline(alignment, cuts.records(), slices);
  }

  @Override
  public Iterator<RawRecord> records(InputStream in, SurveyedFile file, Slice slice) {
    CsvCutter cutter = CsvCutter.of(text, limits);
    CsvBlocks blocks = CsvBlocks.of(in, cutter, limits.blockBytes(), slice.start());
    return CsvRecords.of(blocks, CsvCells.of(text, charset), charset, file, slice);
  }

  private static CsvBlock firstRecords(CsvBlocks blocks) throws IOException {
    CsvBlock block = blocks.next();
    while (block != null && block.count() == 0) {
      block = blocks.next();
    }
    if (block == null) {
      throw Unreadable.of(IngestRule.EMPTY);
    }
    return block;
  }

  private List<String> header(CsvBlock block) throws IOException {
    CsvCells cells = CsvCells.of(text, charset);
    cells.load(block);
    String[] names = cells.fault(0) == null ? cells.alone(0) : null;
    if (names == null) {
      throw Unreadable.of(IngestRule.HEADER, "the header line cannot be read as cells");
    }
    if (names.length > limits.columns()) {
      throw Unreadable.of(IngestRule.HEADER, "more than " + limits.columns() + " columns");
    }
    return Arrays.stream(names).map(String::strip).toList();
  }
}
