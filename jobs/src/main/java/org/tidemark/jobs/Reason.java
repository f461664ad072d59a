package org.tidemark.jobs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.account.Accounting;
import org.tidemark.account.AccountingRow;
import org.tidemark.ingest.IngestRule;

/**
 * Why records of one source did not go on, over all its files.
 *
 * @param stage the stage that held them
 * @param rule the rule
 * @param records how many; none where a whole file was not read
 * @param file the file; empty where there are several
 * @param files how many there are
 */
record Reason(String stage, String rule, long records, Optional<String> file, int files) {

  /** The reasons of a source by stage, the most frequent first. */
  static List<Reason> of(Accounting accounting, String source) {
    Map<List<String>, List<AccountingRow>> rows =
        accounting.rows().stream()
            .filter(r -> r.source().equals(source) && !r.reason().isEmpty())
            .collect(
                Collectors.groupingBy(
                    r -> List.of(r.stage(), r.reason()),
                    () -> new TreeMap<>(Comparator.comparing(List<String>::toString)),
                    Collectors.toList()));
    return rows.entrySet().stream()
        .map(e -> reason(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .sorted(
            Comparator.comparingInt((Reason r) -> Accounting.STAGES.indexOf(r.stage))
                .thenComparing(Comparator.comparingLong(Reason::records).reversed())
                .thenComparing(Reason::rule))
        .toList();
  }

  private static Reason reason(String stage, String rule, List<AccountingRow> rows) {
    return new Reason(
        stage,
        rule,
        rows.stream().mapToLong(r -> r.rejected() + r.merged()).sum(),
        rows.size() == 1 ? Optional.of(rows.get(0).file()) : Optional.empty(),
        rows.size());
  }

  /** What a rule of ingest means, or one of persons who are named; empty for any other. */
  static String meaning(String rule) {
    if (rule.startsWith("PERSON-")) {
      return "a name, telephone number or national id stands where a pseudonym belongs; the record"
          + " is not kept";
    }
    return Arrays.stream(IngestRule.values())
        .filter(r -> r.id().equals(rule))
        .map(r -> r.meaning() + "; " + r.mend())
        .findFirst()
        .orElse("");
  }
}
