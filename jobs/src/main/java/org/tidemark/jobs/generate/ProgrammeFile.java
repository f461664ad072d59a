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

  private static final String REPORT_SOURCES =
      """
        - {id: sites, table: site, path: reports/site.csv, format: csv, mapping: shared}
        - {id: engagements, table: engagement, path: reports/engagement.csv, format: csv, mapping: shared}
        - {id: datasets, table: dataset, path: reports/dataset.csv, format: csv, mapping: shared}
        - {id: expectations, table: report_expectation, path: reports/report_expectation.csv, format: csv, mapping: shared}
        - {id: submissions, table: report_submission, path: reports/report_submission.csv, format: csv, mapping: shared}
        - {id: specimens, table: path_specimen, path: "reports/path_specimen-*.csv", format: csv, mapping: shared}
        - {id: meetings, table: tb_meeting, path: reports/tb_meeting.csv, format: csv, mapping: shared}
        - {id: discussions, table: tb_case, path: reports/tb_case.csv, format: csv, mapping: shared}
        - {id: workforce, table: workforce_snapshot, path: reports/workforce_snapshot.xlsx, format: xlsx, mapping: shared}
        - {id: stock, table: medicine_stock, path: reports/medicine_stock.json, format: json, mapping: shared}
        - {id: trainees, table: trainee_episode, path: reports/trainee_episode.csv, format: csv, mapping: shared}
        - {id: followups, table: trainee_followup, path: reports/trainee_followup.csv, format: csv, mapping: shared}
        - {id: pathways, table: care_pathway, path: reports/care_pathway.csv, format: csv, mapping: shared}

      analyses:
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
        + REPORT_SOURCES
        + (registry ? REGISTRY_ANALYSES : "")
        + REPORT_ANALYSES;
  }
}
