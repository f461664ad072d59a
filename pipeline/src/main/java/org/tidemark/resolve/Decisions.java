package org.tidemark.resolve;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.StagedColumns;

/**
 * What people decided on tumours beside others of their person (table {@code override}): a finding
 * that is right as it is, or a tumour that a rule would join to another one and that stands for
 * itself.
 *
 * @param rules tumour → the rules decided on
 */
public record Decisions(Map<List<String>, Set<HistoryRule>> rules) implements Serializable {
  /** Nothing was decided. */
  public static final Decisions NONE = new Decisions(Map.of());

  private static final long serialVersionUID = 1L;

  /** Copies the map. */
  public Decisions {
    rules = Map.copyOf(rules);
  }

  /**
   * Those of the table that are on rules of a person's history: few, since people write them.
   *
   * @param overrides accepted rows of {@code override}
   */
  public static Decisions of(Dataset<Row> overrides) {
    Object[] ids = Arrays.stream(HistoryRule.values()).map(HistoryRule::id).toArray();
    Map<List<String>, Set<HistoryRule>> rules = new HashMap<>();
    for (Row row :
        overrides
            .where(col("rule").isin(ids))
            .select(StagedColumns.REGISTRY, StagedColumns.TUMOUR, "rule")
            .collectAsList()) {
      rules
          .computeIfAbsent(
              List.of(row.getString(0), row.getString(1)), t -> EnumSet.noneOf(HistoryRule.class))
          .add(HistoryRule.of(row.getString(2)));
    }
    return new Decisions(rules);
  }

  boolean none() {
    return rules.isEmpty();
  }

  /** The rules decided on for a tumour. */
  Set<HistoryRule> on(TumourRecord record) {
    return on(record.registry(), record.tumour());
  }

  /** The rules decided on for a tumour of a registry; null where either has no id. */
  Set<HistoryRule> on(String registry, String tumour) {
    if (rules.isEmpty() || registry == null || tumour == null) {
      return Set.of();
    }
    return rules.getOrDefault(List.of(registry, tumour), Set.of());
  }

  /** Whether it was decided that a rule does not join this tumour to another one. */
  boolean standsAlone(TumourRecord record, HistoryRule rule) {
    return on(record).contains(rule);
  }
}
