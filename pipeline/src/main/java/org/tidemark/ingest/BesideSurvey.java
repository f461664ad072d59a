package org.tidemark.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tidemark.catalogue.BesideFile;
import org.tidemark.model.Refusal;

/**
 * What the files beside a source's own hold, and by which columns their rows find their tumours.
 *
 * @param file what the mapping says of them
 * @param survey the files
 * @param link the columns that join them
 */
public record BesideSurvey(BesideFile file, Survey survey, BesideFile.Link link)
    implements Serializable {
  /** Checks that nothing is absent. */
  public BesideSurvey {
    requireNonNull(file, "file");
    requireNonNull(survey, "survey");
    requireNonNull(link, "link");
  }

  /** The columns of the source's own files: those of the others are asked of them. */
  public static ColumnPlan ownPlan(ColumnPlan all, List<BesideFile> files) {
    List<String> wanted = new ArrayList<>(all.wanted());
    List<String> required = new ArrayList<>(all.required());
    for (BesideFile file : files) {
      file.links().stream()
          .map(BesideFile.Link::tumour)
          .filter(c -> !wanted.contains(c))
          .forEach(wanted::add);
      required.removeAll(file.columns());
    }
    return new ColumnPlan(wanted, required, all.ignored(), all.headers(), all.pseudonyms());
  }

  /** The columns of the files beside; the first are those of the whole plan, in its order. */
  public static ColumnPlan plan(ColumnPlan all, BesideFile file) {
    List<String> wanted = new ArrayList<>(all.wanted());
    file.links().stream()
        .map(BesideFile.Link::own)
        .filter(c -> !wanted.contains(c))
        .forEach(wanted::add);
    List<String> required = all.required().stream().filter(file.columns()::contains).toList();
    return new ColumnPlan(wanted, required, all.ignored(), all.headers(), all.pseudonyms());
  }

  /**
   * Finds the columns that join two surveys.
   *
   * @throws Refusal of kind DATA where they share none
   */
  public static BesideSurvey of(Survey tumours, BesideFile file, Survey survey) {
    String where = "source " + tumours.intake().source().id();
    BesideFile.Link link =
        file.links().stream()
            .filter(l -> have(tumours, l.tumour()) && have(survey, l.own()))
            .findFirst()
            .orElseThrow(() -> unlinked(where, file));
    return new BesideSurvey(file, survey, link);
  }

  private static boolean have(Survey survey, String column) {
    int at = survey.intake().plan().wanted().indexOf(column);
    return survey.accepted().stream().allMatch(f -> f.alignment().has(at));
  }

  private static Refusal unlinked(String where, BesideFile file) {
    String pairs =
        file.links().stream()
            .map(l -> l.tumour() + " with " + l.own())
            .collect(Collectors.joining(", or "));
    return Refusal.data(
        where,
        "no columns join the tumours with the files of beside: " + file.key(),
        "export these columns: " + pairs);
  }

  /** Where the link stands in the tumours' records. */
  int ofTumour(Survey tumours) {
    return tumours.intake().plan().wanted().indexOf(link.tumour());
  }

  /** Where the link stands in the records of these files. */
  int ofOwn() {
    return survey.intake().plan().wanted().indexOf(link.own());
  }

  /** Where the columns stand that are taken from these files. */
  int[] taken() {
    List<String> wanted = survey.intake().plan().wanted();
    return file.columns().stream().mapToInt(wanted::indexOf).sorted().toArray();
  }
}
