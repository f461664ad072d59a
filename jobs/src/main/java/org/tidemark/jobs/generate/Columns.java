package org.tidemark.jobs.generate;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * The columns that are written of each shared-schema table, in its order: those the generator has
 * something to say about. Of {@code tumour} the site is left out, which a population registry does
 * not know.
 */
final class Columns {
  private static final Map<String, String> BY_TABLE =
      Map.ofEntries(
          entry(
              "site",
              """
              site_id valid_from name country admin1 area level facility_type ownership
              catchment_pop opening_date income_group languages services
              """),
          entry(
              "engagement",
              """
              engagement_id site_id programme phase start_date end_date modality
              is_comparison comparison_reason
              """),
          entry(
              "dataset",
              """
              dataset timely_days period_type tables
              """),
          entry(
              "report_expectation",
              """
              dataset site_id period expected due_date timely_days waiver_reason
              """),
          entry(
              "report_submission",
              """
              submission_id dataset site_id period received_at completed_at version
              supersedes file_name source_format n_rows n_rejected n_warned
              """),
          entry(
              "path_specimen",
              """
              specimen_id site_id lab_id patient_ref specimen_type collected_at
              received_at reported_at adequate malignant referred_out telepathology
              second_read submission_id
              """),
          entry(
              "tb_meeting",
              """
              meeting_id site_id planned_date held date modality duration_min specialties
              cases_planned submission_id
              """),
          entry(
              "tb_case",
              """
              tb_case_id meeting_id patient_ref tumour_ref timing prior_plan_recorded
              plan_changed concordant implemented reason_not submission_id
              """),
          entry(
              "workforce_snapshot",
              """
              site_id as_of_date cadre funding_source headcount fte women vacancies_funded
              leavers_12m submission_id
              """),
          entry(
              "medicine_stock",
              """
              site_id period medicine_code inn on_site_list days_observed days_out opening
              received issued wasted closing unit unit_price currency source submission_id
              """),
          entry(
              "trainee_episode",
              """
              episode_id person_ref site_id cadre sex programme_type modality start
              planned_end end outcome pre_score post_score max_score satisfaction language
              interpreter generation submission_id
              """),
          entry(
              "trainee_followup",
              """
              episode_id followup_date status practising_skill observed_by submission_id
              """),
          entry(
              "care_pathway",
              """
              tumour_ref patient_ref site_id sex age topography morphology behaviour
              stage_group stage_known presentation_date biopsy_date diagnosis_date
              decision_date intent planned first_treatment_date abandoned residence_admin1
              travel_km payer ses_quintile submission_id
              """),
          entry(
              "tumour",
              """
              registry_id patient_id tumour_id sex birth_date age age_days incidence_date
              topography morphology behaviour grade basis basis_scheme laterality stage
              stage_scheme t n m vital_status last_contact_date cause_of_death
              cause_of_death_revision area
              """),
          entry(
              "population",
              """
              area sex year age_lower age_upper population
              """),
          entry(
              "life_table",
              """
              area sex year age prob_death_year hazard_per_day
              """));

  private Columns() {}

  /** The columns of a shared-schema table. */
  static List<String> of(String table) {
    return List.of(BY_TABLE.get(table).strip().split("\\s+"));
  }
}
