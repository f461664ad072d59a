package org.tidemark.publish.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.catalogue.Indicator;
import org.tidemark.model.Dhis2Period;

/**
 * The rows of {@code indicator} that go to other systems: those of the smallest units and the
 * shortest periods, since receivers add up themselves and would count twice what came added up; of
 * each indicator its first statistic, without strata.
 */
final class ExportedRows {
  private ExportedRows() {}

  /**
   * The rows, by indicator, unit and period.
   *
   * @param rows of the published table {@code indicator}: column → cell
   */
  static List<Exported> of(List<Map<String, String>> rows, Map<String, Indicator> indicators) {
    List<Map<String, String>> first =
        rows.stream().filter(row -> isFirst(row, indicators.get(row.get("indicator")))).toList();
    Optional<String> level =
        Indicator.Scope.LEVELS.stream()
            .filter(l -> first.stream().anyMatch(row -> row.get("level").equals(l)))
            .findFirst();
    List<Exported> all = new ArrayList<>();
    for (Map<String, String> row : first) {
      if (row.get("level").equals(level.orElse(""))) {
        Dhis2Period.of(row.get("period"))
            .filter(period -> period.shared().isPresent())
            .map(period -> exported(row, indicators.get(row.get("indicator")), period))
            .ifPresent(all::add);
      }
    }
    return shortest(all).stream().sorted(order()).toList();
  }

  private static boolean isFirst(Map<String, String> row, Indicator indicator) {
    return indicator != null
        && row.get("stratum").isEmpty()
        && row.get("statistic").equals(indicator.measures().get(0).statistic());
  }

  private static Exported exported(
      Map<String, String> row, Indicator indicator, Dhis2Period period) {
    return new Exported(
        indicator,
        row.get("unit_id"),
        period,
        cell(row, "numerator"),
        cell(row, "denominator"),
        cell(row, "value"),
        row.get("status"));
  }

  private static Optional<String> cell(Map<String, String> row, String column) {
    return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
  }

  private static List<Exported> shortest(List<Exported> all) {
    Optional<Dhis2Period.Kind> kind = all.stream().map(e -> e.period().kind()).min(Enum::compareTo);
    return all.stream().filter(e -> e.period().kind() == kind.orElseThrow()).toList();
  }

  private static Comparator<Exported> order() {
    return Comparator.comparing((Exported e) -> e.indicator().code())
        .thenComparing(Exported::unit)
        .thenComparing(e -> e.period().start());
  }
}
