package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.tidemark.catalogue.BesideFile;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.conform.ConformNote;
import org.tidemark.conform.ConformNotes;
import org.tidemark.conform.ConformRules;
import org.tidemark.conform.Conformer;
import org.tidemark.conform.NoteTaker;
import org.tidemark.ingest.BesideSurvey;
import org.tidemark.ingest.ColumnPlan;
import org.tidemark.ingest.Ingest;
import org.tidemark.ingest.IngestLimits;
import org.tidemark.ingest.Intake;
import org.tidemark.ingest.RefusedFile;
import org.tidemark.ingest.Survey;
import org.tidemark.ingest.SurveyedFile;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Refusal;

/**
 * The sources of a programme with what is known of them before a record is read: their files,
 * accepted and refused, and how their records become rows.
 */
final class Sources {
  private final List<Entry> entries;
  private final ConformNotes notes;

  private Sources(List<Entry> entries, ConformNotes notes) {
    this.entries = List.copyOf(entries);
    this.notes = notes;
  }

  /**
   * One source.
   *
   * @param source the programme's entry
   * @param table the table its rows land in
   * @param mapping how its columns become fields
   * @param conformer the mapping, ready to run
   * @param survey its files
   * @param beside the files of its other tables
   */
  record Entry(
      Source source,
      TableSchema table,
      Mapping mapping,
      Conformer conformer,
      Survey survey,
      List<BesideSurvey> beside) {
    /** A file that is read as two tables would count twice. */
    private void requireEachOnce() {
      Set<String> seen = new HashSet<>();
      surveys()
          .flatMap(s -> s.accepted().stream())
          .filter(f -> !seen.add(f.path()))
          .findFirst()
          .ifPresent(
              f -> {
                throw Refusal.operator(
                    "source " + source.id() + ", file " + f.name(),
                    "is named under two of path, beside: patient and beside: source",
                    "name each file once");
              });
    }

    /** All its files. */
    private Stream<Survey> surveys() {
      return Stream.concat(Stream.of(survey), beside.stream().map(BesideSurvey::survey));
    }
  }

  /** Looks at every file of every source; refuses the run where the programme says so. */
  static Sources survey(
      SparkSession spark, Programme programme, Catalogue catalogue, PseudonymKey key) {
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    ConformNotes notes = ConformNotes.in(spark);
    Sources sources =
        new Sources(
            SideBySide.map(
                programme.sources(),
                source ->
                    entry(
                        source,
                        catalogue,
                        ingest,
                        programme,
                        rules(source, programme, catalogue, key, notes))),
            notes);
    if (programme.acceptance().stopOnRefusedFile()) {
      sources.refuseAny();
    }
    return sources;
  }

  private static Entry entry(
      Source source, Catalogue catalogue, Ingest ingest, Programme programme, ConformRules rules) {
    TableSchema table = catalogue.tables().get(source.table());
    Mapping mapping = programme.mapping(source, catalogue);
    Conformer conformer = Conformer.of(table, mapping, rules);
    List<BesideFile> files = mapping.rules().beside();
    ColumnPlan plan = BesideSurvey.ownPlan(conformer.plan(), files);
    Survey survey = ingest.survey(intake(programme, source, mapping, plan));
    List<BesideSurvey> beside = new ArrayList<>();
    for (BesideFile file : files) {
      ColumnPlan own = BesideSurvey.plan(conformer.plan(), file);
      Intake intake = intake(programme, source.at(file.path()), mapping, own);
      beside.add(BesideSurvey.of(survey, file, ingest.survey(intake)));
    }
    Entry entry = new Entry(source, table, mapping, conformer, survey, beside);
    entry.requireEachOnce();
    return entry;
  }

  private static Intake intake(
      Programme programme, Source source, Mapping mapping, ColumnPlan plan) {
    return new Intake(
        programme.folder(),
        source,
        mapping.text(),
        plan,
        mapping.emptyAllowed() || !source.together().isEmpty(),
        mapping.layout());
  }

  private static ConformRules rules(
      Source source, Programme programme, Catalogue catalogue, PseudonymKey key, NoteTaker notes) {
    return new ConformRules(
        source.id(),
        source.idSpace(),
        catalogue.codes(),
        key,
        Optional.ofNullable(programme.corrections().get(source.id())),
        notes);
  }

  /** What happened while records were conformed, once they are. */
  Set<ConformNote> notes() {
    return notes.value();
  }

  /** Source → its mapping. */
  Map<String, Mapping> mappings() {
    return entries.stream().collect(Collectors.toMap(e -> e.source().id(), Entry::mapping));
  }

  /** Source → columns of its files of which nothing is read or kept, sorted; none has no entry. */
  Map<String, List<String>> dropped() {
    Map<String, List<String>> dropped = new TreeMap<>();
    for (Entry entry : entries) {
      List<String> columns =
          entry
              .surveys()
              .flatMap(s -> s.accepted().stream())
              .flatMap(f -> f.alignment().leftOut().stream())
              .distinct()
              .sorted()
              .toList();
      if (!columns.isEmpty()) {
        dropped.put(entry.source().id(), columns);
      }
    }
    return dropped;
  }

  /** The sources in the programme's order. */
  List<Entry> entries() {
    return entries;
  }

  /** Files of which nothing is read. */
  List<RefusedFile> refusedFiles() {
    return entries.stream().flatMap(Entry::surveys).flatMap(s -> s.refused().stream()).toList();
  }

  /** Files that are read. */
  Stream<SurveyedFile> files() {
    return entries.stream().flatMap(Entry::surveys).flatMap(s -> s.accepted().stream());
  }

  /** Bytes of all files that are read. */
  long bytes() {
    return files().mapToLong(SurveyedFile::bytes).sum();
  }

  /** What holds outside the life table of a source. */
  Map<String, Source.Beyond> beyond() {
    return entries.stream()
        .collect(Collectors.toMap(e -> e.source().id(), e -> e.source().beyond()));
  }

  private void refuseAny() {
    List<RefusedFile> refused = refusedFiles();
    if (refused.isEmpty()) {
      return;
    }
    if (refused.size() == 1) {
      throw refused.get(0).refusal();
    }
    StringBuilder all = new StringBuilder();
    refused.forEach(
        f ->
            all.append("\n  ")
                .append(f.source())
                .append(", ")
                .append(f.file())
                .append(": ")
                .append(f.rule())
                .append(": ")
                .append(f.what())
                .append("; ")
                .append(f.mend()));
    throw Refusal.data(
        refused.size() + " files cannot be read",
        "nothing was published" + all,
        "mend the files, or set 'on_refused_file: continue' to publish without them");
  }
}
