package org.tidemark.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.tidemark.catalogue.SourceFormat;
import org.tidemark.model.Refusal;

/**
 * The stage that turns files into records. First the survey looks at every file and says which may
 * be read and where its records are; then the records are read, in parallel, each with its place.
 * Every record of an accepted file comes out once, good or refused: none is lost, none is shifted.
 */
public final class Ingest {
  /** Below these, starting a Spark job costs more than it saves. */
  private static final int FEW_FILES = 8;

  private static final long FEW_BYTES = 64L << 20;

  private final SparkSession spark;
  private final IngestLimits limits;
  private final Broadcast<SerializableConfiguration> shared;

  private Ingest(SparkSession spark, IngestLimits limits) {
    this.spark = spark;
    this.limits = limits;
    JavaSparkContext context = context();
    this.shared = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
  }

  /** Ingest in a Spark session that the caller started. */
  public static Ingest in(SparkSession spark, IngestLimits limits) {
    return new Ingest(spark, limits);
  }

  /**
   * Surveys every file of a source. A file that cannot be read as the mapping says is refused by
   * name, and whether the others are read is the caller's to decide.
   *
   * @throws Refusal where the machine fails, or the mapping's encoding or delimiter cannot be used
   */
  public Survey survey(Intake intake) {
    Configuration conf = context().hadoopConfiguration();
    List<FoundFile> files = find(intake, conf);
    if (files.isEmpty()) {
      String path = intake.source().path();
      Unreadable absent = Unreadable.of(IngestRule.ABSENT);
      return new Survey(intake, List.of(), List.of(absent.refused(intake.source().id(), path)));
    }
    List<SurveyedFile> accepted = new ArrayList<>();
    List<RefusedFile> refused = new ArrayList<>();
    for (Verdict verdict : verdicts(intake, files, conf)) {
      accepted.addAll(verdict.accepted());
      refused.addAll(verdict.refused());
    }
    return new Survey(intake, accepted, refused);
  }

  /**
   * The records of the accepted files, in no particular order. Reading stops the run with a {@link
   * Refusal} if a file is no longer what was surveyed.
   */
  public JavaRDD<RawRecord> read(Survey survey) {
    JavaSparkContext context = context();
    if (survey.intake().source().format() == SourceFormat.PARQUET) {
      return survey.accepted().stream()
          .map(file -> ParquetFiles.read(spark, file, survey.intake().plan(), shared))
          .reduce(JavaRDD::union)
          .orElseGet(context::emptyRDD);
    }
    List<List<Piece>> tasks = Piece.pack(survey.accepted(), limits, context.defaultParallelism());
    if (tasks.isEmpty()) {
      return context.emptyRDD();
    }
    Broadcast<SerializableConfiguration> conf = shared;
    Intake intake = survey.intake();
    IngestLimits bounds = limits;
    return context
        .parallelize(tasks, tasks.size())
        .flatMap(task -> records(task, intake, bounds, conf.value().value()));
  }

  /**
   * The records of the accepted files of a source whose tables were sent apart, joined. Cells stand
   * in the order of the whole plan.
   *
   * @param beside the source's other files
   * @param plan the columns that the mapping reads, whatever file they are in
   */
  public JavaRDD<RawRecord> read(Survey survey, List<BesideSurvey> beside, ColumnPlan plan) {
    if (beside.isEmpty()) {
      return read(survey);
    }
    List<JavaRDD<RawRecord>> rows = beside.stream().map(b -> read(b.survey())).toList();
    return BesideJoin.of(survey, beside, plan.wanted().size()).records(read(survey), rows);
  }

  private List<Verdict> verdicts(Intake intake, List<FoundFile> files, Configuration conf) {
    long bytes = files.stream().mapToLong(FoundFile::bytes).sum();
    if (files.size() == 1 || files.size() <= FEW_FILES && bytes <= FEW_BYTES) {
      FileSurveyor surveyor = FileSurveyor.of(intake, limits, conf);
      return files.stream().map(surveyor::survey).toList();
    }
    JavaSparkContext context = context();
    Broadcast<SerializableConfiguration> sent = shared;
    IngestLimits bounds = limits;
    int tasks = Math.min(files.size(), 4 * context.defaultParallelism());
    return context
        .parallelize(files, tasks)
        .map(file -> FileSurveyor.of(intake, bounds, sent.value().value()).survey(file))
        .collect();
  }

  private static List<FoundFile> find(Intake intake, Configuration conf) {
    try {
      return FileFinder.find(intake, conf);
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.machine(
          "source " + intake.source().id(),
          "its path cannot be looked at",
          "check the source's `path` and the storage it names",
          e);
    }
  }

  private static Iterator<RawRecord> records(
      List<Piece> task, Intake intake, IngestLimits limits, Configuration conf) {
    PieceReader reader = PieceReader.of(task, intake, limits, conf);
    TaskContext running = TaskContext.get();
    if (running != null) {
      running.addTaskCompletionListener(
          done -> {
            try {
              reader.close();
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
    }
    return reader;
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
