package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.model.Status;

class CatalogueReaderTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static Check check(String table, String id) {
    return CATALOGUE.checks().stream()
        .filter(c -> c.table().equals(table) && c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTumourTableHasTheFieldsOfTheContractInOrderAndSevenMore() {
    TableSchema tumour = CATALOGUE.tables().get("tumour");
    assertThat(tumour.fields())
        .extracting(Field::name)
        .containsExactly(
            ("registry_id patient_id tumour_id sex birth_date age age_days incidence_date"
                    + " topography morphology behaviour grade basis basis_scheme laterality stage"
                    + " stage_scheme t n m vital_status last_contact_date cause_of_death"
                    + " cause_of_death_revision area site_id icdo_edition stage_raw"
                    + " registration_date sources source_count dcn deprivation")
                .split(" "));
    assertThat(tumour.field("topography").orElseThrow().codeList()).isEqualTo("topography");
    assertThat(tumour.field("patient_id").orElseThrow().identifying()).isTrue();
    assertThat(tumour.field("age").orElseThrow().type()).isEqualTo(FieldType.INTEGER);
    assertThat(tumour.submissionField()).isEmpty();
  }

  @Test
  void reportsOfSitesCarryTheirSubmission() {
    for (String table :
        List.of(
            "care_pathway",
            "medicine_stock",
            "path_specimen",
            "tb_case",
            "tb_meeting",
            "trainee_episode",
            "trainee_followup",
            "workforce_snapshot")) {
      assertThat(CATALOGUE.tables().get(table).submissionField()).contains("submission_id");
    }
  }

  @Test
  void everyPublishedTableHasKeysStatusOrCounts() {
    assertThat(CATALOGUE.published().keySet())
        .containsExactlyInAnyOrder(
            "incidence",
            "mortality",
            "survival",
            "survival_comparison",
            "mi_survival",
            "prevalence",
            "quality",
            "trend",
            "projection",
            "rate_ratio",
            "comparison",
            "indicator",
            "evaluation",
            "accounting",
            "finding");
    CATALOGUE
        .published()
        .values()
        .forEach(
            table -> {
              assertThat(table.primaryKey()).isNotEmpty();
              assertThat(table.fields()).noneMatch(Field::identifying);
            });
  }

  @Test
  void requiredFieldsAndCodeListsGiveChecksBeforeTheDeclaredOnes() {
    Check required = check("tumour", "REQ-sex");
    assertThat(required.pass()).isEqualTo("sex IS NOT NULL");
    assertThat(required.severity()).isEqualTo(Check.Severity.INVALID);
    assertThat(required.fields()).containsExactly("sex");
    Check coded = check("tumour", "CODE-sex");
    assertThat(coded.applies()).isEqualTo("sex IS NOT NULL");
    assertThat(coded.pass()).isEqualTo("CAST(sex AS STRING) IN ('1', '2', '3', '9')");
    assertThat(check("tumour", "CODE-topography").pass()).contains("'C509'");
    assertThat(check("path_specimen", "CODE-specimen_type").pass()).contains("'FNAC'");
    List<Check> checks = CATALOGUE.checks();
    assertThat(checks.indexOf(required)).isLessThan(checks.indexOf(coded));
    assertThat(checks.indexOf(coded)).isLessThan(checks.indexOf(check("tumour", "AGE-RANGE")));
  }

  @Test
  void anUnknownAgeIsMissingAndNotInvalid() {
    assertThat(check("tumour", "AGE-MISSING").severity()).isEqualTo(Check.Severity.MISSING);
    assertThat(CATALOGUE.checks())
        .noneMatch(c -> c.table().equals("tumour") && c.id().equals("REQ-age"));
  }

  @Test
  void everyCheckSpeaksFourLanguages() {
    assertThat(CATALOGUE.checks())
        .allSatisfy(
            c -> assertThat(c.message().keySet()).isEqualTo(Set.of("en", "fr", "es", "pt")));
  }

  @Test
  void indicatorsAreReadWithAllTheyDeclare() {
    assertThat(CATALOGUE.indicators().keySet())
        .contains(
            "REP-01", "REP-02", "MDT-01", "MDT-03", "PAT-01", "MED-02", "WRK-01", "TRN-04",
            "OUT-01");
    Indicator stock = CATALOGUE.indicators().get("MED-04");
    assertThat(stock.target())
        .contains(new Indicator.Target(3, 6, "median", "Programme default", false));
    Indicator trials = CATALOGUE.indicators().get("TRI-02");
    assertThat(trials.relations()).containsExactly("enrolment", "pathway");
    assertThat(trials.benchmark())
        .contains(new Indicator.Benchmark("Compare with the baseline", false));
    Indicator survival = CATALOGUE.indicators().get("OUT-11");
    assertThat(survival.scope().levels()).containsExactly("programme");
    assertThat(survival.scope().untold())
        .extracting(Indicator.Untold::status)
        .containsExactly(Status.NOT_APPLICABLE);
    Indicator early = CATALOGUE.indicators().get("OUT-01");
    assertThat(early.target())
        .contains(
            new Indicator.Target(
                60, "share", "WHO Global Breast Cancer Initiative, pillar 1", true));
    assertThat(early.withhold()).contains(new Indicator.Withhold("share_known", 70));
    assertThat(early.name().keySet()).isEqualTo(Set.of("en", "fr", "es", "pt"));
    assertThat(CATALOGUE.indicators().get("TRN-04").measures())
        .allSatisfy(m -> assertThat(m.horizon()).isEqualTo(12));
    assertThat(CATALOGUE.indicators().get("WRK-01").measures().get(0).snapshot()).isTrue();
  }

  @Test
  void disclosureProfilesAreThoseOfTheContract() {
    assertThat(CATALOGUE.disclosure())
        .containsEntry("public", new DisclosureProfile("public", 5, 10, 16))
        .hasEntrySatisfying("partner", p -> assertThat(p.threshold()).isEqualTo(3))
        .hasEntrySatisfying("none", p -> assertThat(p.threshold()).isZero());
  }

  @Test
  void mappingsKeepTheOrderOfTheirEntries() {
    Mapping colrec = CATALOGUE.mappings().get("colrec");
    assertThat(colrec.derive().keySet()).containsExactly("age", "last_contact_date");
    assertThat(colrec.inputs()).isEqualTo(Map.of("time_days", FieldType.INTEGER));
    assertThat(colrec.personIds()).isFalse();
    assertThat(colrec.text()).isEqualTo(TextFormat.STANDARD);
    assertThat(colrec.shared()).isFalse();
    assertThat(Mapping.shared("site").shared()).isTrue();
  }

  @Test
  void sqlIsListedWithWhatItMayRead() {
    List<Expression> expressions = Expressions.of(CATALOGUE);
    assertThat(expressions)
        .anySatisfy(
            e -> {
              assertThat(e.where()).isEqualTo("mapping colrec, derive age");
              assertThat(e.relation()).isEqualTo("tumour");
              assertThat(e.inputs()).containsKey("time_days");
            })
        .anySatisfy(
            e -> {
              assertThat(e.where()).isEqualTo("view mentoring");
              assertThat(e.kind()).isEqualTo(Expression.Kind.QUERY);
              assertThat(e.tables()).containsExactly("mentorship_session", "mentorship_pair");
            })
        .anySatisfy(e -> assertThat(e.where()).isEqualTo("indicator PAT-01, share_7d numerator"))
        .noneMatch(e -> e.sql().isBlank());
  }

  @Test
  void readingTwiceGivesTheSame() {
    assertThat(CatalogueReader.read(Optional.empty())).isEqualTo(CATALOGUE);
  }
}
