package org.tidemark.jobs.generate;

/** The programme file beside the generated data. */
final class ProgrammeFile {
  private static final String HEAD =
      """
      # Written by bin/tidemark generate: invented sites and an invented registry.
      programme: synthetic
      title: {en: Synthetic programme, fr: Programme fictif, es: Programa ficticio, pt: Programa fictício}
      as_of: 2023-12-31

      sources:
      """;

  private static final String REGISTRY_SOURCES =
      """
        - {id: registry, table: tumour, path: registry/cases.csv, format: csv, mapping: shared}
        - {id: population, table: population, path: registry/population.csv, format: csv, mapping: shared}
        - {id: life, table: life_table, path: registry/life_table.csv, format: csv, mapping: shared}
      """;

  private static final String REGISTRY_ANALYSES =
      """
        incidence:
          - {by: [area, sex, cancer], standards: [segi-doll, who-2000], corrections: [none, unknown-age]}
          - {by: [area, sex, cancer, year], standards: [segi-doll, who-2000], corrections: [none, unknown-age]}
        quality:
          - {by: [source]}
          - {by: [source, year]}
        survival:
          - {by: [cancer, sex], method: pohar-perme, years: [1, 3, 5]}
      """;

  private static final String REPORT_ANALYSES =
      """
        indicators:
          - codes: [REP-01, REP-02, MDT-01, MDT-03, PAT-01, MED-02, WRK-01, TRN-04, OUT-01]
            levels: [site, area, country, programme]
            periods: [quarter, year, all]
        evaluation:
          - {indicator: OUT-01, method: pre-post}

      cancer_grouping: ci5
      evaluation_design: {treated_from: INTENSIVE, period: quarter}
      acceptance: {rejected_share_max: 0.05, on_refused_file: stop}
      languages: [en]
      disclosure: public
      """;

  private ProgrammeFile() {}

  /** The file for site reports alone, or with a registry. */
  static String text(boolean registry) {
    return HEAD
        + (registry ? REGISTRY_SOURCES : "")
        + reportSources()
        + "\nanalyses:\n"
        + (registry ? REGISTRY_ANALYSES : "")
        + REPORT_ANALYSES;
  }

  /** One line a table; a source is named after its table. */
  static String reportSources() {
    StringBuilder lines = new StringBuilder();
    SiteReports.pathsByTable()
        .forEach(
            (table, path) -> {
              boolean values = path.endsWith("-dhis2.json");
              String form = values ? "dhis2" : path.substring(path.lastIndexOf('.') + 1);
              String quoted = path.contains("*") ? "\"reports/" + path + "\"" : "reports/" + path;
              lines
                  .append("  - {id: ")
                  .append(table.replace('_', '-'))
                  .append(", table: ")
                  .append(table)
                  .append(", path: ")
                  .append(quoted)
                  .append(", format: ")
                  .append(form)
                  .append(", mapping: ")
                  .append(values ? "sample-dhis2" : "shared")
                  .append("}\n");
            });
    return lines.toString();
  }
}
