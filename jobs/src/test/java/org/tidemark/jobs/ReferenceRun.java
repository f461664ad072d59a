package org.tidemark.jobs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One run of the real registries for all comparisons with reference figures: nothing hidden, every
 * stratum that the reference files have.
 */
public final class ReferenceRun implements ParameterResolver {
  private static final Namespace TIDEMARK = Namespace.create("org.tidemark.jobs");

  private static final String PROGRAMME =
      """
      programme: reference
      title: {en: Comparison with reference figures}
      as_of: 2023-12-31
      sources:
        - {id: north, table: tumour, path: north/cases.csv, format: csv, mapping: north}
        - {id: north-population, table: population, path: north/population.csv, format: csv, mapping: north-population}
        - {id: colrec, table: tumour, path: colrec/cases.csv, format: csv, mapping: colrec}
        - {id: colrec-life, table: life_table, path: colrec/life_table.csv, format: csv, mapping: colrec-life, beyond: nearest}
      analyses:
        incidence:
          - by: [area, sex, cancer]
            grouping: topography-globocan
            standards: [segi-doll]
            corrections: [none, unknown-age]
            intervals: [fay-feuer, normal, log-normal, normal-binomial]
        quality:
          - {by: [source]}
          - {by: [source, year]}
          - {by: [source, sex]}
          - {by: [source, cancer, sex], grouping: topography-3}
        survival:
          - {by: [], years: [1, 2, 3, 4, 5, 10]}
          - {by: [sex], years: [1, 2, 3, 4, 5, 10], compare: sex}
          - {by: [age_group], years: [1, 2, 3, 4, 5, 10]}
          - {by: [stage], years: [1, 2, 3, 4, 5, 10]}
          - {by: [cancer], grouping: topography-3, years: [1, 2, 3, 4, 5, 10]}
          - {by: [], years: [1, 2, 3, 4, 5, 10], age_standard: icss-1, intervals: [log, plain]}
          - {by: [], method: kaplan-meier, years: [1, 2, 3, 4, 5, 10], intervals: [log, log-log]}
          - {by: [sex], method: kaplan-meier, years: [1, 2, 3, 4, 5, 10], intervals: [log, log-log]}
          - {by: [age_group], method: kaplan-meier, years: [1, 2, 3, 4, 5, 10], intervals: [log, log-log]}
          - {by: [stage], method: kaplan-meier, years: [1, 2, 3, 4, 5, 10], intervals: [log, log-log]}
          - {by: [cancer], grouping: topography-3, method: kaplan-meier, years: [1, 2, 3, 4, 5, 10], intervals: [log, log-log]}
          - {by: [], method: ederer-1, years: [1, 2, 3, 4, 5, 10]}
          - {by: [sex], method: ederer-1, years: [1, 2, 3, 4, 5, 10]}
          - {by: [age_group], method: ederer-1, years: [1, 2, 3, 4, 5, 10]}
          - {by: [stage], method: ederer-1, years: [1, 2, 3, 4, 5, 10]}
          - {by: [cancer], grouping: topography-3, method: ederer-1, years: [1, 2, 3, 4, 5, 10]}
          - {by: [], method: ederer-2, years: [1, 2, 3, 4, 5, 10]}
          - {by: [sex], method: ederer-2, years: [1, 2, 3, 4, 5, 10]}
          - {by: [age_group], method: ederer-2, years: [1, 2, 3, 4, 5, 10]}
          - {by: [stage], method: ederer-2, years: [1, 2, 3, 4, 5, 10]}
          - {by: [cancer], grouping: topography-3, method: ederer-2, years: [1, 2, 3, 4, 5, 10]}
          - {by: [], method: hakulinen, years: [1, 2, 3, 4, 5, 10]}
          - {by: [sex], method: hakulinen, years: [1, 2, 3, 4, 5, 10]}
          - {by: [age_group], method: hakulinen, years: [1, 2, 3, 4, 5, 10]}
          - {by: [stage], method: hakulinen, years: [1, 2, 3, 4, 5, 10]}
          - {by: [cancer], grouping: topography-3, method: hakulinen, years: [1, 2, 3, 4, 5, 10]}
          - {by: [], method: cronin-feuer, years: [1, 2, 3, 4, 5, 10], intervals: [plain]}
          - {by: [], method: ederer-2, years: [1, 2, 3, 4, 5, 10], age_standard: icss-1, intervals: [log, plain]}
      cancer_grouping: ci5
      disclosure: none
      """;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Published.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    assumeTrue(
        Csv.shared().isPresent(),
        "skipped: the folder of reference figures is not beside the project");
    return context
        .getRoot()
        .getStore(TIDEMARK)
        .computeIfAbsent("reference-run", key -> published(), Published.class);
  }

  private static Published published() {
    try {
      Path work = Files.createTempDirectory("tidemark-reference-");
      copy("north/cases.csv", work);
      copy("north/population.csv", work);
      copy("colrec/cases.csv", work);
      copy("colrec/life_table.csv", work);
      Path programme = Files.writeString(work.resolve("programme.yaml"), PROGRAMME);
      return Published.run(programme, work.resolve("out"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void copy(String file, Path work) throws IOException {
    Path target = work.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(Csv.root().resolve("sample-data").resolve(file), target);
  }
}
