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
 * @param topography ICD-O-3, four characters
 * @param stage 1 to 4, 9 unknown
 * @param dates its way through care
 */
record Tumour(
    Site site, int number, Kind kind, int sex, int age, String topography, int stage, Dates dates) {

  /**
   * A kind of cancer as sites see it.
   *
   * @param topographies ICD-O-3 subsites, each as likely as the next
   * @param morphology ICD-O-3, four digits
   * @param female share of women
   * @param age mean age at diagnosis
   */
  record Kind(List<String> topographies, int morphology, double female, int age) {}

  /**
   * Presentation, diagnosis and first treatment, in that order; treatment may be null. Diagnosis is
   * dated by the biopsy that confirmed it, as the European network's rule for incidence dates says.
   */
  record Dates(LocalDate presentation, LocalDate diagnosis, LocalDate treatment) {}

  /** The site's pseudonym of the tumour. */
  String ref() {
    return site.id() + "-T" + padded();
  }

  /** The site's pseudonym of the patient. */
  String patientRef() {
    return site.id() + "-P" + padded();
  }

  boolean staged() {
    return stage != 9;
  }

  private String padded() {
    return Integer.toString(100_000 + number).substring(1);
  }
}
