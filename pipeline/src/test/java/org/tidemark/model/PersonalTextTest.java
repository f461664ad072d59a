package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Amina Yusuf",
        "YUSUF, Amina",
        "Jean-Paul Uwase",
        "O'Brien Mary",
        "Amina",
        "ማርያም ተስፋዬ",
        "+250 788 123 456",
        "0788123456",
        "(078) 812-3456",
        "1198780012345678",
        "a.yusuf@example.org"
      })
  void namesNumbersAndAddressesAreOfPersons(String value) {
    assertThat(PersonalText.value(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALV-P00004",
        "P1",
        "20190001",
        "a94f3c0d11",
        "KXQZ",
        "x7",
        "2021/00045",
        "H-17",
        "mentor",
        "",
        "9f86d081884c7d659a2feaa0c55ad015"
      })
  void pseudonymsAreNot(String value) {
    assertThat(PersonalText.value(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name", "Patient name", "patient_name", "PatientName", "Nom", "Prénom du patient",
            "Teléfono",
        "phone_number", "Mobile No", "National ID", "national_id", "Passport", "e-mail",
            "Apellidos",
        "CPF", "contact of patient", "First name", "Nº de telefone"
      })
  void columnsOfNamesAndNumbers(String column) {
    assertThat(PersonalText.column(column)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "site_name",
        "medicine_name",
        "patient_ref",
        "patients_affected",
        "telepathology",
        "cadre",
        "file_name",
        "number_of_cycles",
        "mentee_ref",
        "bandwidth_mbps",
        "hospital"
      })
  void otherColumnsAreNot(String column) {
    assertThat(PersonalText.column(column)).isFalse();
  }
}
