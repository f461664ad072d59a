package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.Analyses;

/**
 * A stratum of one survival analysis; a dimension that is summed over is empty.
 *
 * @param analysis index of the analysis
 * @param area area of residence
 * @param cancer cancer group
 * @param sex 1 or 2
 * @param ageGroup age group at diagnosis
 * @param stage stage at diagnosis
 * @param year year of diagnosis
 * @param weightedAge the age group within an age-standardised stratum, else empty
 */
public record SurvivalKey(
    int analysis,
    String area,
    String cancer,
    String sex,
    String ageGroup,
    String stage,
    String year,
    String weightedAge)
    implements Serializable {

  /** The stratum whose age groups are weighted together. */
  public SurvivalKey standardised() {
    return new SurvivalKey(analysis, area, cancer, sex, ageGroup, stage, year, "");
  }

  /** The same stratum of another analysis. */
  SurvivalKey of(int other) {
    return new SurvivalKey(other, area, cancer, sex, ageGroup, stage, year, weightedAge);
  }

  /** The value of a dimension. */
  public String value(String dimension) {
    return switch (dimension) {
      case "area" -> area;
      case "cancer" -> cancer;
      case "sex" -> sex;
      case "age_group" -> ageGroup;
      case "stage" -> stage;
      case "year" -> year;
      default -> throw new IllegalArgumentException("dimension of survival");
    };
  }

  /** The stratum summed over a dimension. */
  public SurvivalKey without(String dimension) {
    return new SurvivalKey(
        analysis,
        dimension.equals("area") ? "" : area,
        dimension.equals("cancer") ? "" : cancer,
        dimension.equals("sex") ? "" : sex,
        dimension.equals("age_group") ? "" : ageGroup,
        dimension.equals("stage") ? "" : stage,
        dimension.equals("year") ? "" : year,
        weightedAge);
  }

  /** The strata of all analyses that the cases of a finest stratum count in. */
  static List<SurvivalKey> rollUps(String fine, List<Analyses.Survival> analyses) {
    String[] at = fine.split(FollowUpStrata.SEPARATOR, -1);
    List<SurvivalKey> keys = new ArrayList<>();
    for (int i = 0; i < analyses.size(); i++) {
      Analyses.Survival analysis = analyses.get(i);
      List<String> by = analysis.by();
      for (String cancer : cancers(at[1], analysis)) {
        keys.add(
            new SurvivalKey(
                i,
                by.contains("area") ? at[0] : "",
                cancer,
                by.contains("sex") ? at[2] : "",
                by.contains("age_group") ? at[3] : "",
                by.contains("stage") ? at[4] : "",
                by.contains("year") ? at[5] : "",
                analysis.ageStandard().isEmpty() ? "" : at[3]));
      }
    }
    return keys;
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
