package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * A tumour as it came to a site: what is true, whether or not it is reported.
 *
 * @param site where it was seen
 * @param number running number at the site, from 1
 * @param kind what cancer it is
 * @param sex 1 male, 2 female
 * @param age completed years at diagnosis
 * @param ses socio-economic quintile, 1 poorest
 * @param topography ICD-O-3, four characters
 * @param stage 1 to 4, 9 unknown
 * @param dates its way through care
 */
record Tumour(
    Site site,
    int number,
    Kind kind,
    int sex,
    int age,
    int ses,
    String topography,
    int stage,
    Dates dates) {

  /**
   * A kind of cancer as sites see it.
   *
   * @param topographies ICD-O-3 subsites, each as likely as the next
   * @param morphology ICD-O-3, four digits
   * @param female share of women
   * @param age mean age at diagnosis
   * @param staged whether it has a stage of 1 to 4
   */
  record Kind(List<String> topographies, int morphology, double female, int age, boolean staged) {
    boolean childhood() {
      return age < 18;
    }
  }

  /**
   * Presentation, diagnosis and first treatment, in that order; treatment and death may be null.
   * Diagnosis is dated by the biopsy that confirmed it, as the European network's rule for
   * incidence dates says.
   */
  record Dates(LocalDate presentation, LocalDate diagnosis, LocalDate treatment, LocalDate death) {}

  /** The site's pseudonym of the tumour. */
  String ref() {
    return site.id() + "-T" + number;
  }

  /** The site's pseudonym of the patient. */
  String patientRef() {
    return site.id() + "-P" + number;
  }

  boolean staged() {
    return stage != 9;
  }

  boolean breast() {
    return kind.morphology() == 8500;
  }

  /** Whether treatment means to cure. */
  boolean curable() {
    return stage != 4 && stage != 9 || kind.childhood();
  }
}
