package org.tidemark.jobs.generate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns that are written of each shared-schema table, in its order: those the generator has
 * something to say about. Of {@code tumour} the site is left out, which a population registry does
 * not know.
 */
final class Columns {
  /** A table, a colon, its columns; a line that begins with a blank continues the one before. */
  private static final Map<String, List<String>> BY_TABLE =
      read(
          """
          site: site_id valid_from name country admin1 area level facility_type ownership
           catchment_pop opening_date closed_date income_group languages services
          engagement: engagement_id site_id programme phase start_date end_date modality
           is_comparison comparison_reason
          dataset: dataset timely_days period_type tables
          report_expectation: dataset site_id period expected due_date waiver_reason
          report_submission: submission_id dataset site_id period received_at completed_at
           withdrawn_at version supersedes file_name source_format n_rows n_rejected n_warned
          path_specimen: specimen_id site_id lab_id patient_ref specimen_type collected_at
           received_at reported_at delivered_at ihc_requested_at ihc_reported_at ihc_panel adequate
           synoptic malignant telepathology second_read submission_id
          tb_meeting: meeting_id site_id planned_date held date modality duration_min specialties
           remote_sites cases_planned submission_id
          tb_case: tb_case_id meeting_id patient_ref tumour_ref timing prior_plan_recorded
           plan_changed concordant implemented implemented_date reason_not submission_id
          workforce_snapshot: site_id as_of_date cadre funding_source headcount fte women
           vacancies_funded leavers_12m certified submission_id
          medicine_stock: site_id period medicine_code inn on_site_list days_observed days_out
           opening received issued wasted closing unit unit_price currency source submission_id
          trainee_episode: episode_id person_ref site_id cadre sex programme_type modality
           host_country start planned_end end outcome pre_score post_score max_score satisfaction
           language interpreter trained_by_person_ref generation submission_id
          trainee_followup: episode_id followup_date status practising_skill observed_by
           is_training_others submission_id
          training_event: event_id site_id date topic hours_total hours_local language
           submission_id
          assignment: assignment_id volunteer_ref site_id specialty modality start end
           teaching_hours clinical_hours teaching_hours_local submission_id
          mentorship_pair: pair_id mentor_ref mentee_ref site_id start end goals submission_id
          mentorship_session: session_id pair_id date planned status duration_min modality language
           language_limited topic action_items submission_id
          equipment: equipment_id site_id class installed source donor service_until status
           status_date scheduled_hours_month submission_id
          equipment_downtime: event_id equipment_id start end planned cause patients_affected
           submission_id
          site_infra: site_id period backup_tested fuel_hours bandwidth_mbps
          outage: event_id site_id utility start end backup_worked sessions_interrupted
           submission_id
          outage_month: site_id period utility hours_observed hours_out hours_without_backup events
           log_kept submission_id
          funding: funding_id site_id period source category recurrent budgeted disbursed spent
           currency fx_rate_usd valuation_rule submission_id
          screening_report: site_id period programme sex age_band eligible invited screened positive
           assessed precancer precancer_treated cancer submission_id
          trial: trial_id registry_id site_id phase sponsor pi_local ethics_submitted
           ethics_approved opened closed target submission_id
          trial_enrolment: trial_id site_id period screened enrolled withdrawn submission_id
          chart_audit: audit_id site_id period patient_ref instrument item met submission_id
          sustainability_assessment: site_id date respondent_ref item domain score submission_id
          cost_survey: survey_id patient_ref site_id date ses_quintile oop_spending
           household_income currency submission_id
          teleconsult: consult_id from_site specialty requested_at answered_at mode status
           urgency language implemented
          knowledge_output: output_id type doi date first_author_country last_author_country
           n_authors n_local_authors sites
          knowledge_event: event_id type date hours attendees_by_site language
          partnership: partnership_id org_a org_b country_a country_b start end activity_last_12m
          policy_milestone: milestone_id country site_id instrument element stage planned_date
           achieved_date cost funded currency
          country_context: country year item value text source
          medicine_master: medicine_code country inn who_eml_edition core national_eml tracer
           reference_price reference_source morphine_mg
          care_pathway: tumour_ref patient_ref site_id sex age topography morphology behaviour
           stage_group stage_known presentation_date diagnosis_date decision_date intent planned
           first_treatment_date surgery_start surgery_completed chemotherapy_start
           chemotherapy_end chemotherapy_completed radiotherapy_start radiotherapy_end
           radiotherapy_completed hormonal_start brachytherapy_start palliative_start
           rt_fractions_planned rt_fractions_delivered cycles_planned cycles_delivered
           cycles_modified_for_stock abandoned abandon_date last_attended vital_status last_contact
           death_date residence_admin1 travel_km payer ses_quintile submission_id
          tumour: registry_id patient_id tumour_id sex birth_date age age_days incidence_date
           topography morphology behaviour grade basis basis_scheme laterality stage stage_scheme t
           n m vital_status last_contact_date cause_of_death cause_of_death_revision area
          population: area sex year age_lower age_upper population
          life_table: area sex year age prob_death_year hazard_per_day
          """);

  private Columns() {}

  /** The columns of a shared-schema table. */
  static List<String> of(String table) {
    return BY_TABLE.get(table);
  }

  /** The tables that are written. */
  static Set<String> tables() {
    return BY_TABLE.keySet();
  }

  private static Map<String, List<String>> read(String text) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (String line : text.replaceAll("\\n ", " ").lines().toList()) {
      String[] parts = line.split(": ");
      tables.put(parts[0], List.of(parts[1].split(" +")));
    }
    return tables;
  }
}
