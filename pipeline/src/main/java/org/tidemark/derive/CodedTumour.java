package org.tidemark.derive;

/**
 * What a grouping asks of a tumour; what is not known is null.
 *
 * @param topography canonical ICD-O code
 * @param morphology four digits
 * @param behaviour fifth digit; null is read as malignant
 * @param age completed years at incidence
 * @param icd10 code without a dot, where any grouping asks for it
 */
public record CodedTumour(
    String topography, String morphology, String behaviour, Integer age, String icd10) {
  /** Whether the behaviour is malignant, of a primary tumour. */
  public boolean malignant() {
    return behaviour == null || behaviour.equals("3");
  }
}
