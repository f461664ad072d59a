package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.tidemark.catalogue.FileLayout;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.SourceFormat;
import org.tidemark.catalogue.TextFormat;

/** A folder of sent files, surveyed and read in this thread, without Spark. */
record Folder(Path path, Intake intake, IngestLimits limits) {
  static final Configuration CONF = new Configuration(false);

  static Folder of(Path path, String glob, String... wanted) {
    ColumnPlan plan = new ColumnPlan(List.of(wanted), List.of(wanted), List.of());
    return new Folder(path, intake(path, glob, SourceFormat.CSV, plan), IngestLimits.STANDARD);
  }

  private static Intake intake(Path path, String glob, SourceFormat format, ColumnPlan plan) {
    Source source = new Source("north", "tumour", glob, format, "m", Source.Beyond.ERROR);
    return new Intake(path.toString(), source, TextFormat.STANDARD, plan, false);
  }

  Folder with(TextFormat text) {
    Intake other =
        new Intake(intake.folder(), intake.source(), text, intake.plan(), intake.emptyAllowed());
    return new Folder(path, other, limits);
  }

  Folder with(ColumnPlan plan) {
    return new Folder(
        path, intake(path, intake.source().path(), intake.source().format(), plan), limits);
  }

  Folder with(SourceFormat format) {
    return new Folder(path, intake(path, intake.source().path(), format, intake.plan()), limits);
  }

  Folder with(IngestLimits others) {
    return new Folder(path, intake, others);
  }

  Folder with(FileLayout layout) {
    Intake other =
        new Intake(intake.folder(), intake.source(), intake.text(), intake.plan(), false, layout);
    return new Folder(path, other, limits);
  }

  Folder emptyAllowed() {
    Intake other = new Intake(intake.folder(), intake.source(), intake.text(), intake.plan(), true);
    return new Folder(path, other, limits);
  }

  /** Files that hold several tables, the one that is read among them. */
  Folder holding(List<String> tables) {
    Source one = intake.source();
    Source source =
        new Source(
            one.id(),
            one.table(),
            one.path(),
            one.format(),
            one.mapping(),
            one.beyond(),
            one.between(),
            one.split(),
            one.idSpace(),
            one.submitted(),
            tables,
            one.coverage());
    Intake other =
        new Intake(intake.folder(), source, intake.text(), intake.plan(), intake.emptyAllowed());
    return new Folder(path, other, limits);
  }

  Folder put(String name, String text) {
    return put(name, text.getBytes(UTF_8));
  }

  Folder put(String name, byte[] bytes) {
    try {
      Files.createDirectories(path.resolve(name).getParent());
      Files.write(path.resolve(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The verdict on the only file that the path names. */
  Verdict survey() {
    return surveyAll().get(0);
  }

  List<Verdict> surveyAll() {
    try {
      return FileFinder.find(intake, CONF).stream()
          .map(FileSurveyor.of(intake, limits, CONF)::survey)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SurveyedFile accepted() {
    Verdict verdict = survey();
    if (!verdict.refused().isEmpty()) {
      throw new AssertionError("refused: " + verdict.refused());
    }
    return verdict.accepted().get(0);
  }

  RefusedFile refused() {
    return survey().refused().get(0);
  }

  List<RawRecord> read() {
    return read(accepted());
  }

  List<RawRecord> read(SurveyedFile file) {
    List<Piece> pieces = file.slices().stream().map(s -> new Piece(file, s)).toList();
    List<RawRecord> all = new ArrayList<>();
    PieceReader.of(pieces, intake, limits, CONF).forEachRemaining(all::add);
    return all;
  }
}
