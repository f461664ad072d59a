package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reference between the generated tables leads somewhere, and every name is given once. */
class ReferentialIntegrityTest {
  private final Drawn drawn = Drawn.sample();

  @ParameterizedTest
  @CsvSource({
    "engagement, site_id, site, site_id",
    "report_expectation, dataset, dataset, dataset",
    "report_expectation, site_id, site, site_id",
    "report_submission, site_id, site, site_id",
    "report_submission, supersedes, report_submission, submission_id",
    "path_specimen, submission_id, report_submission, submission_id",
    "tb_meeting, submission_id, report_submission, submission_id",
    "tb_case, submission_id, report_submission, submission_id",
    "tb_case, meeting_id, tb_meeting, meeting_id",
    "workforce_snapshot, submission_id, report_submission, submission_id",
    "medicine_stock, submission_id, report_submission, submission_id",
    "trainee_episode, submission_id, report_submission, submission_id",
    "trainee_followup, submission_id, report_submission, submission_id",
    "trainee_followup, episode_id, trainee_episode, episode_id",
    "training_event, submission_id, report_submission, submission_id",
    "assignment, submission_id, report_submission, submission_id",
    "mentorship_pair, submission_id, report_submission, submission_id",
    "mentorship_session, submission_id, report_submission, submission_id",
    "mentorship_session, pair_id, mentorship_pair, pair_id",
    "equipment, submission_id, report_submission, submission_id",
    "equipment_downtime, equipment_id, equipment, equipment_id",
    "site_infra, site_id, site, site_id",
    "outage_month, submission_id, report_submission, submission_id",
    "outage, submission_id, report_submission, submission_id",
    "funding, submission_id, report_submission, submission_id",
    "screening_report, submission_id, report_submission, submission_id",
    "trial_enrolment, trial_id, trial, trial_id",
    "chart_audit, submission_id, report_submission, submission_id",
    "chart_audit, patient_ref, care_pathway, patient_ref",
    "sustainability_assessment, submission_id, report_submission, submission_id",
    "cost_survey, submission_id, report_submission, submission_id",
    "teleconsult, from_site, site, site_id",
    "medicine_stock, medicine_code, medicine_master, medicine_code",
    "policy_milestone, country, country_context, country",
    "partnership, country_b, country_context, country",
    "trainee_episode, host_country, country_context, country",
    "care_pathway, submission_id, report_submission, submission_id",
    "care_pathway, site_id, site, site_id"
  })
  void refersToARow(String from, String column, String to, String key) {
    Set<String> known = values(drawn.rows(to), key);
    Set<String> named = values(drawn.rows(from), column);
    named.remove("");
    assertThat(named).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @CsvSource({
    "site, site_id",
    "engagement, engagement_id",
    "report_expectation, dataset site_id period",
    "report_submission, submission_id",
    "tb_meeting, meeting_id",
    "tb_case, tb_case_id",
    "workforce_snapshot, site_id as_of_date cadre funding_source",
    "medicine_stock, site_id period medicine_code",
    "trainee_episode, episode_id",
    "trainee_followup, episode_id followup_date",
    "training_event, event_id",
    "assignment, assignment_id",
    "mentorship_pair, pair_id",
    "mentorship_session, session_id",
    "equipment, equipment_id status_date",
    "equipment_downtime, event_id",
    "site_infra, site_id period",
    "outage_month, site_id period utility",
    "outage, event_id",
    "funding, funding_id",
    "screening_report, site_id period programme sex age_band",
    "trial, trial_id site_id",
    "trial_enrolment, trial_id site_id period",
    "chart_audit, audit_id",
    "sustainability_assessment, site_id date respondent_ref item",
    "cost_survey, survey_id",
    "teleconsult, consult_id",
    "policy_milestone, milestone_id",
    "country_context, country year item",
    "medicine_master, medicine_code country",
    "knowledge_output, output_id",
    "knowledge_event, event_id",
    "partnership, partnership_id",
    "care_pathway, site_id tumour_ref"
  })
  void namesEachRowOnce(String table, String key) {
    List<String> keys =
        drawn.rows(table).stream()
            .map(r -> List.of(key.split(" ")).stream().map(r::get).toList().toString())
            .toList();
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void submitsOnlyWhatWasExpected() {
    Set<String> owed =
        drawn.rows("report_expectation").stream()
            .filter(e -> e.get("expected").equals("true"))
            .map(ReferentialIntegrityTest::report)
            .collect(Collectors.toSet());
    assertThat(drawn.rows("report_submission"))
        .allSatisfy(s -> assertThat(owed).contains(report(s)));
  }

  @Test
  void discussesOnlyAtMeetingsThatWereHeld() {
    Map<String, String> held =
        drawn.rows("tb_meeting").stream()
            .collect(Collectors.toMap(m -> m.get("meeting_id"), m -> m.get("held")));
    assertThat(drawn.rows("tb_case"))
        .allSatisfy(c -> assertThat(held.get(c.get("meeting_id"))).isEqualTo("true"));
  }

  @Test
  void countsTheRowsOfEachSubmission() {
    Map<String, Long> rows =
        drawn.tables().stream()
            .filter(table -> !table.equals("report_submission"))
            .flatMap(table -> drawn.rows(table).stream())
            .filter(row -> row.containsKey("submission_id"))
            .collect(Collectors.groupingBy(r -> r.get("submission_id"), Collectors.counting()));
    assertThat(drawn.rows("report_submission"))
        .allSatisfy(
            s ->
                assertThat(Long.valueOf(s.get("n_rows")))
                    .isEqualTo(rows.getOrDefault(s.get("submission_id"), 0L)));
  }

  private static String report(Map<String, String> row) {
    return row.get("dataset") + row.get("site_id") + row.get("period");
  }

  private static Set<String> values(List<Map<String, String>> rows, String column) {
    return rows.stream().map(r -> r.get(column)).collect(Collectors.toSet());
  }
}
