package org.tidemark.jobs;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.account.Accounting;
import org.tidemark.account.Findings;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedTables;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.ProgrammeReader;
import org.tidemark.derive.Classification;
import org.tidemark.derive.Groupings;
import org.tidemark.derive.Views;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Refusal;
import org.tidemark.publish.PrivateFolder;
import org.tidemark.publish.PrivateTables;
import org.tidemark.publish.Publication;
import org.tidemark.publish.PublicationFolder;
import org.tidemark.publish.PublicationLock;
import org.tidemark.publish.PublishListener;
import org.tidemark.publish.RunId;
import org.tidemark.resolve.Persons;

/** Joins the stages in their one order; everything it needs to know of a stage is its door. */
final class Pipeline implements AutoCloseable {
  private final ProgrammeOptions options;
  private final Progress progress;
  private final Catalogue catalogue;
  private final Programme programme;
  private final Classification classification;
  private final Optional<PersonSources> persons;
  private final PseudonymKey key;
  private final StartingSpark starting;

  private Pipeline(
      ProgrammeOptions options,
      Progress progress,
      Catalogue catalogue,
      Programme programme,
      PseudonymKey key,
      StartingSpark starting) {
    this.options = options;
    this.progress = progress;
    this.catalogue = catalogue;
    this.programme = programme;
    this.classification =
        Groupings.of(catalogue, programme.analyses().groupings(), programme.coding());
    this.persons = PersonSources.of(programme, catalogue);
    this.key = key;
    this.starting = starting;
  }

  /** Reads the schemas and the programme; nothing else is touched before both are valid. */
  static Pipeline of(ProgrammeOptions options, Progress progress) {
    StartingSpark starting = StartingSpark.on(options.master);
    try {
      Catalogue catalogue = CatalogueReader.read(options.schemas);
      Programme programme = ProgrammeReader.read(options.file, options.set, catalogue);
      PseudonymKey key = Keys.of(programme, System.getenv());
      return new Pipeline(options, progress, catalogue, programme, key, starting);
    } catch (RuntimeException e) {
      starting.close();
      throw e;
    }
  }

  /** Stops Spark. */
  @Override
  public void close() {
    starting.close();
  }

  /** Runs all stages, or those up to one; says where the result is. */
  String run(URI target, URI privateFolder, Stage only) throws IOException {
    PublicationFolder folder = PublicationFolder.of(target, new Configuration());
    try (PublicationLock lock = folder.lock();
        PrivateFolder kept = PrivateFolder.open(privateFolder, target)) {
      SparkSession spark = starting.session();
      validate(spark);
      Sources sources = survey(spark);
      if (only == Stage.ingest) {
        return sources.files().count() + " files read, nothing published";
      }
      Staged staged = stage(spark, sources, kept, false);
      Counting counting = count(spark, sources, staged, kept);
      try (Beside<Counting> told = telling(spark, sources, counting, kept)) {
        counting.requireAcceptable(programme, catalogue);
        if (only != null) {
          told.get();
          return "nothing published";
        }
        RunId runId = runId(counting);
        Optional<Publication> begun = lock.begin(runId, listener());
        if (begun.isEmpty()) {
          progress.line("publish", "nothing to do: " + runId + " is published already");
        } else {
          Shown shown = Shown.in(folder, progress);
          publish(spark, begun.get(), runId, sources, counting, told, shown, kept.working());
        }
        told.get();
        // Also of a version that a killed run published before it kept its records.
        kept.keep(runId);
        return folder.location(runId).getPath();
      }
    }
  }

  /**
   * Every stage before the figures: shows each source, beside the current version where there is
   * one, and leaves the lists in the private folder as a run without a version does.
   */
  void check(URI target, URI privateFolder, Consumer<String> out) throws IOException {
    try (PrivateFolder kept = PrivateFolder.open(privateFolder, target)) {
      SparkSession spark = starting.session();
      validate(spark);
      Sources sources = survey(spark);
      Staged staged = stage(spark, sources, kept, true);
      Counting counting = count(spark, sources, staged, kept);
      try (Beside<Counting> told = telling(spark, sources, counting, kept)) {
        counting = told.get();
      }
      CheckWords words = CheckWords.in(WorkList.language(programme));
      List<Refusal> unusable = show(spark, sources, counting, LastTime.in(target), words, out);
      Unsupplied.of(programme).told(words).forEach(out);
      unusable.forEach(refusal -> out.accept(words.say("unusable", refusal.getMessage())));
      kept.left().forEach(file -> out.accept(words.say("written", file.getPath())));
      counting.requireAcceptable(programme, catalogue);
      if (!unusable.isEmpty()) {
        throw unusable.get(0);
      }
    }
  }

  /** Shows each source; gives why its populations and life tables cannot be used, if so. */
  private List<Refusal> show(
      SparkSession spark,
      Sources sources,
      Counting counting,
      Optional<LastTime> last,
      CheckWords words,
      Consumer<String> out) {
    List<Sign> signs = signs(sources, counting.staged());
    Figures figures = figures(spark, sources, counting);
    Denominators.Verdict denominators = figures.denominators();
    List<RuleOutcome> outcomes =
        RuleOutcomes.of(counting.staged(), WorkList.language(programme))
            .ofChecks(sources, catalogue)
            .ofTables(sources, catalogue)
            .ofSources(findings(spark, sources, counting), signs)
            .ofAssumptions(denominators.assumed())
            .inOrder();
    QualityLines quality = new QualityLines(figures.qualityBySource(), last, words);
    CheckScreen screen =
        new CheckScreen(
            counting.accounting(),
            outcomes,
            Example.in(counting.staged()),
            quality,
            last,
            words,
            out);
    Map<String, List<String>> dropped = sources.dropped();
    double most = programme.acceptance().rejectedShareMax();
    for (Sources.Entry entry : sources.entries()) {
      screen.show(entry.source(), dropped.getOrDefault(entry.source().id(), List.of()), most);
    }
    return denominators.refusals();
  }

  /** The shipped expressions are proven by the build's tests; an operator's own are proven here. */
  private void validate(SparkSession spark) {
    if (options.schemas.isPresent()) {
      Views.validate(spark, catalogue);
    }
  }

  private Sources survey(SparkSession spark) {
    Sources sources = Sources.survey(spark, programme, catalogue, key);
    SparkStart.partitionsFor(spark, sources.bytes());
    progress.line(
        "survey",
        sources.files().count() + " files, " + sources.refusedFiles().size() + " refused");
    if (key.demonstration()) {
      progress.line(
          "warning",
          "ids are hidden under the demonstration key, which everybody knows: name one of your own"
              + " under 'pseudonyms'");
    }
    return sources;
  }

  private Staged stage(SparkSession spark, Sources sources, PrivateFolder kept, boolean outcomes) {
    Staged staged =
        new Staging(spark, catalogue, programme, outcomes).stage(sources, kept.working());
    progress.line(
        "check",
        "%d tables conformed and checked, %d records refused"
            .formatted(staged.tables().size(), staged.refused()));
    CheckWords english = CheckWords.in("en");
    warnings(sources, staged).stream()
        .filter(sign -> !sign.said().isEmpty())
        .forEach(
            sign ->
                progress.line(
                    "warning",
                    "%s: %s: %d, %s"
                        .formatted(sign.source(), sign.rule(), sign.count(), sign.told(english))));
    return staged;
  }

  private List<Sign> signs(Sources sources, Staged staged) {
    List<Sign> signs = new ArrayList<>(warnings(sources, staged));
    StaleDecisions.of(staged).ifPresent(stale -> signs.addAll(stale.signs()));
    return signs;
  }

  /** What the passes over the records gave away so far: no job. */
  private List<Sign> warnings(Sources sources, Staged staged) {
    List<Sign> signs =
        new ArrayList<>(CorrectionSigns.of(programme.corrections(), sources.notes()).signs());
    signs.addAll(MissingSigns.of(sources.notes()));
    signs.addAll(Coverage.of(programme).signs());
    signs.addAll(CalendarSigns.of(staged, sources.mappings(), sources.notes(), programme.asOf()));
    return signs;
  }

  /** What people are to look at: the records as they were refused, and all that was found. */
  private void list(SparkSession spark, Sources sources, Staged staged, PrivateFolder kept) {
    PrivateTables tables = PrivateTables.in(spark, kept.working());
    if (staged.refused() > 0) {
      tables.writeText(PrivateFolder.QUARANTINE, staged.quarantine());
    }
    if (staged.broken() > 0) {
      tables.writeSheet(PrivateFolder.WORK_LIST, WorkList.of(staged, catalogue, programme));
    }
    if (!programme.corrections().isEmpty()) {
      CorrectionSigns became = CorrectionSigns.of(programme.corrections(), sources.notes());
      tables.writeSheet(PrivateFolder.CORRECTIONS, became.audit(spark));
    }
    StaleDecisions.of(staged)
        .ifPresent(stale -> tables.writeSheet(PrivateFolder.DECISIONS, stale.list()));
    kept.supersede();
  }

  /**
   * Looks across tables and writes the lists that people work with: no figure waits for them, but
   * the published findings do.
   */
  private Beside<Counting> telling(
      SparkSession spark, Sources sources, Counting counting, PrivateFolder kept) {
    return Beside.begun(
        () -> {
          StagedTables staging = StagedTables.in(spark, kept.working());
          Counting told = counting.across(staging, OtherTables.asked(sources, catalogue));
          list(spark, sources, told.staged(), kept);
          return told;
        });
  }

  private Optional<Persons> linking() {
    return persons.map(PersonSources::persons);
  }

  private Counting count(SparkSession spark, Sources sources, Staged staged, PrivateFolder kept) {
    Counting counting =
        Counting.of(
            staged, sources.refusedFiles(), PrivateTables.in(spark, kept.working()), linking());
    sources
        .files()
        .forEach(f -> counting.accounting().assertReceived(f.source(), f.name(), f.records()));
    Accounting.Totals in = counting.accounting().total("ingest");
    Accounting.Totals out = counting.accounting().total("resolve");
    progress.line(
        "resolve",
        "%d records in, %d count, %d merged"
            .formatted(in.recordsIn(), out.accepted(), out.merged()));
    return counting;
  }

  private void publish(
      SparkSession spark,
      Publication publication,
      RunId runId,
      Sources sources,
      Counting counting,
      Beside<Counting> told,
      Shown shown,
      URI working) {
    Figures figures = figures(spark, sources, counting);
    Sites sites = Sites.of(counting.tables().get("site"), programme.asOf().toString());
    Disclosing disclosing = new Disclosing(catalogue, programme, sites, shown::rows);
    Publishing publishing = new Publishing(spark, catalogue, programme, publication, disclosing);
    List<Supplier<Map<String, Dataset<Row>>>> kinds =
        List.of(
            () -> outcomes(figures, () -> findings(spark, sources, told.get())),
            figures::capacity,
            () ->
                Map.of(
                    "accounting", AccountingTable.rows(spark, catalogue, counting.accounting())));
    SideBySide.map(kinds, kind -> publishing.tables(kind.get(), progress));
    publishing.mortalityBesideSurvival(progress);
    publishing.comparisons(spark, Comparisons.with(shown, catalogue), progress);
    Map<String, String> versions = Versions.of(catalogue, programme, classification, persons);
    publishing.report(runId, versions, sites.names());
    publishing.exchange();
    disclosing.list(working);
    versions.put("pseudonym_key", key.id());
    // What it showed is compared with, and decides what is hidden: an input that no run's name
    // tells.
    shown.version().ifPresent(last -> versions.put("last_publication", last));
    publishing.commit(sources, versions, counting.accounting());
    progress.line("publish", runId.toString());
  }

  private Figures figures(SparkSession spark, Sources sources, Counting counting) {
    return new Figures(
        spark, catalogue, programme, counting.tables(), sources.beyond(), classification);
  }

  /** The figures of registry data, and all findings: those of the checks and of survival. */
  private static Map<String, Dataset<Row>> outcomes(
      Figures figures, Supplier<Dataset<Row>> findings) {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>(figures.outcomes());
    tables.merge("finding", findings.get(), Dataset::unionByName);
    return tables;
  }

  private Dataset<Row> findings(SparkSession spark, Sources sources, Counting counting) {
    List<Sign> signs = signs(sources, counting.staged());
    Dataset<Row> checked =
        Findings.of(
            spark,
            counting.staged(),
            counting.twice(),
            List.copyOf(counting.withMerged()),
            severities());
    Dataset<Row> found = signs.isEmpty() ? checked : checked.unionByName(Sign.rows(spark, signs));
    return ExportSigns.of(programme, counting.tables()).map(found::unionByName).orElse(found);
  }

  private Map<String, String> severities() {
    Map<String, String> severities = new LinkedHashMap<>();
    programme
        .checks(catalogue)
        .forEach(
            c -> severities.put(c.id(), c.severity().name().toLowerCase(java.util.Locale.ROOT)));
    return severities;
  }

  private RunId runId(Counting counting) {
    return RunId.of(
        programme.asOf(),
        counting.contentHash(),
        Versions.of(catalogue, programme, classification, persons));
  }

  private static PublishListener listener() {
    return HaltAt.fromSystemProperty();
  }
}
