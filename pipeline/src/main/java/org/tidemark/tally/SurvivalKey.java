package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tidemark.catalogue.Analyses;

/**
 * A stratum of one survival analysis; a dimension that is summed over is empty.
 *
 * @param analysis index of the analysis
 * @param values the value of each of {@link #DIMENSIONS}
 * @param weightedAge the age group within an age-standardised stratum, else empty
 */
public record SurvivalKey(int analysis, List<String> values, String weightedAge)
    implements Serializable {

  /**
   * What survival may be stratified by: area of residence, cancer group, sex (1 or 2), age group
   * and stage at diagnosis, group of deprivation of the residence, year of diagnosis.
   */
  public static final List<String> DIMENSIONS =
      List.of("area", "cancer", "sex", "age_group", "stage", "deprivation", "year");

  private static final int CANCER = DIMENSIONS.indexOf("cancer");
  private static final int AGE_GROUP = DIMENSIONS.indexOf("age_group");

  /** The stratum of all cases of an analysis. */
  static SurvivalKey all(int analysis) {
    return new SurvivalKey(analysis, DIMENSIONS.stream().map(d -> "").toList(), "");
  }

  /** The stratum whose age groups are weighted together. */
  public SurvivalKey standardised() {
    return new SurvivalKey(analysis, values, "");
  }

  /** The same stratum of another analysis. */
  SurvivalKey of(int other) {
    return new SurvivalKey(other, values, weightedAge);
  }

  /** The value of a dimension. */
  public String value(String dimension) {
    return values.get(DIMENSIONS.indexOf(dimension));
  }

  /** The stratum summed over a dimension. */
  public SurvivalKey without(String dimension) {
    return with(dimension, "");
  }

  /** The stratum with another value of a dimension. */
  SurvivalKey with(String dimension, String value) {
    List<String> others = new ArrayList<>(values);
    others.set(DIMENSIONS.indexOf(dimension), value);
    return new SurvivalKey(analysis, List.copyOf(others), weightedAge);
  }

  /** The strata of all analyses that the cases of a finest stratum count in. */
  static List<SurvivalKey> rollUps(String fine, List<Analyses.Survival> analyses) {
    List<String> at = List.of(fine.split(FollowUpStrata.SEPARATOR, -1));
    return IntStream.range(0, analyses.size())
        .boxed()
        .flatMap(
            i -> {
              SurvivalKey key = rolledUp(i, at, analyses.get(i));
              return cancers(at.get(CANCER), analyses.get(i)).stream()
                  .map(cancer -> key.with("cancer", cancer));
            })
        .toList();
  }

  private static SurvivalKey rolledUp(int index, List<String> at, Analyses.Survival analysis) {
    List<String> kept =
        IntStream.range(0, at.size())
            .mapToObj(d -> analysis.by().contains(DIMENSIONS.get(d)) ? at.get(d) : "")
            .toList();
    return new SurvivalKey(index, kept, analysis.ageStandard().isEmpty() ? "" : at.get(AGE_GROUP));
  }

  /** The groups of the analysis' grouping among all groups of a key. */
  private static List<String> cancers(String groups, Analyses.Survival analysis) {
    if (!analysis.by().contains("cancer")) {
      return List.of("");
    }
    List<String> own = new ArrayList<>();
    for (String group : groups.split(FollowUpStrata.GROUPS, -1)) {
      String[] named = group.split(FollowUpStrata.GROUP, -1);
      if (named[0].equals(analysis.grouping())) {
        own.add(named[1]);
      }
    }
    return own;
  }
}
