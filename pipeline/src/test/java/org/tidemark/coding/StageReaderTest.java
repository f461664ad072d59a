package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageReaderTest {
  private static final StageReader READER = StageReader.of(Codes.all(), true);
  private static final StageReader CERTAIN = StageReader.of(Codes.all(), false);

  private static Optional<Stage> free(String text) {
    return READER.read(text, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "IIIB, 3, B, ''",
    "3b, 3, B, ''",
    "iv, 4, '', ''",
    "Ⅲ, 3, '', ''",
    "0, 0, '', ''",
    "3.0, 3, '', ''",
    "stage 3, 3, '', ''",
    "Stage IIIC1, 3, C1, ''",
    "Estadio III, 3, '', ''",
    "Estadío II A, 2, A, ''",
    "E.C. IIIB, , , ",
    "EC IIIB, 3, B, ''",
    "stade IV, 4, '', ''",
    "Stade III-B, 3, B, ''",
    "Estádio clínico IIB, 2, B, ''",
    "Estadiamento IV, 4, '', ''",
    "clinical stage IA2, 1, A2, ''",
    "FIGO IIIC1, 3, C1, figo",
    "IB1 FIGO, 1, B1, figo",
    "Ann Arbor IIBE, 2, BE, ann-arbor",
    "Ann Arbor stage II X, 2, X, ann-arbor",
    "Lugano IV, 4, '', ann-arbor",
    "Dukes B, 2, B, dukes",
    "Dukes' C2, 3, C2, dukes",
    "Dukes A, 1, A, dukes",
    "Stage 4S, 4, S, ''",
    "Stage IIIA (T2N2M0), 3, A, ''",
    "pT2 pN1 M0 IIB, 2, B, ''",
    "IIIA/IIIB, 3, '', ''",
    "'Stage II, grade 3', , , ",
    "'Stage IIIB, ER positive', 3, B, ''",
    // in situ, and extent in words
    "in situ, 0, '', ''",
    "Carcinoma in situ, 0, '', ''",
    "CIS, 0, '', ''",
    "localised, 1, '', ''",
    "Localizado, 1, '', ''",
    "régional, 3, '', ''",
    "distant metastasis, 4, '', ''",
    "à distance, 4, '', ''",
    "Metastásico, 4, '', ''",
    "Summary stage 2, 3, '', seer-summary",
    // unknown
    "unstaged, 9, '', ''",
    "Unknown, 9, '', ''",
    "Stage unknown, 9, '', ''",
    "not staged, 9, '', ''",
    "stage not known, 9, '', ''",
    "N/K, 9, '', ''",
    "9, 9, '', ''",
    "99, 9, '', ''",
    "inconnu, 9, '', ''",
    "non précisé, 9, '', ''",
    "non stadifié, 9, '', ''",
    "no consta, 9, '', ''",
    "sin datos, 9, '', ''",
    "Desconocido, 9, '', ''",
    "não estadiado, 9, '', ''",
    "sem estadiamento, 9, '', ''",
    "Ignorado, 9, '', ''"
  })
  void readsFreeTextInFourLanguages(String text, String code, String substage, String scheme) {
    assertThat(free(text))
        .isEqualTo(
            code == null ? Optional.empty() : Optional.of(new Stage(code, substage, scheme)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "?",
        "II-III",
        "II/III",
        "V",
        "VI",
        "IIII",
        "5",
        "7",
        "stage",
        "advanced",
        "early",
        "no metastasis",
        "sans métastase",
        "not stage III",
        "in situ and distant",
        "IIIF",
        "44",
        "grade 3",
        "2 1 0",
        "Stage IIIA or IIB",
        "limited"
      })
  void doesNotGuess(String text) {
    assertThat(free(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // type of stage, text, site, stage
    "seer, 0, C509, 0",
    "seer, 1, C509, 1",
    "S, 2, C509, 2",
    "seer, 2, C509, 3",
    "seer, 3, C509, 3",
    "seer, 4, C509, 3",
    "seer, 5, C509, 3",
    "seer, 7, C509, 4",
    "seer, 8, C509, 9",
    "seer, 9, C509, 9",
    "seer, 6, C509, ",
    "D, B, C189, 2",
    "D, C1, C189, 3",
    "D, III, C189, ",
    "F, IIIC, C539, 3",
    "A, IIB, C779, 2",
    "figo, 4b, C569, 4",
    // Essential TNM, the known advanced component decides
    "esS, M+, C509, 4",
    "esS, M+ RX TX, C509, 4",
    "esS, M- R2 L1, C509, 3",
    "esS, M- R+ A, C509, 3",
    "esS, M- R- A, C509, 3",
    "esS, M- R1 L1, C509, 2",
    "esS, M- R- L2, C509, 2",
    "esS, M- R- L1, C509, 1",
    "esS, M- RX L1, C509, 9",
    "esS, MX R+, C189, 3",
    "esS, M-R-A, C189, 2",
    "esS, 'L, R-, M-', C189, 1",
    "esS, M− R+ L1, C619, 4",
    "esS, A, C619, 3",
    "esS, L2, C619, 2",
    "esS, L1, C619, 1",
    "esS, A2, C539, 4",
    "esS, A1, C539, 3",
    "esS, R+ L1, C539, 3",
    "esS, L2, C539, 2",
    "esS, L1, C539, 1",
    "esS, M- R- L1, C349, 9",
    "esS, M+, C349, 4",
    "esS, unknown, C509, 9",
    "esS, II, C509, 2"
  })
  void readsTheCodesOfAStatedScheme(String type, String text, String site, String stage) {
    assertThat(READER.read(text, type, site).map(Stage::code))
        .isEqualTo(Optional.ofNullable(stage));
    if (stage != null) {
      assertThat(READER.read(text, type, site).orElseThrow().scheme())
          .isEqualTo(READER.scheme(type));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // certain
    "T2N1M1, C509, 4, 4",
    "T4 N2 M1a, C619, 4, 4",
    "M1, C349, 4, 4",
    "Tis N0 M0, C509, 0, 0",
    "pTa pN0, C679, 0, 0",
    "T1 N0 M1, C621, 9, 9",
    "TX NX MX, C509, 9, 9",
    "T2N1M0, C349, 9, 9",
    "T2N1M0, , 9, 9",
    // from memory
    "T2N1M0, C509, 2, 9",
    "T1cN0M0, C504, 1, 9",
    "T3N1M0, C509, 3, 9",
    "T4bN0M0, C509, 3, 9",
    "T0N1miM0, C509, 1, 9",
    "T1N1M0, C509, 2, 9",
    "T1N3cM0, C509, 3, 9",
    "T1NX, C509, 9, 9",
    "T3N0M0, C189, 2, 9",
    "T2N0M0, C209, 1, 9",
    "T2N1M0, C187, 3, 9",
    "T4N0M0, C180, 2, 9",
    "T1b1N0M0, C539, 1, 9",
    "T2N0M0, C538, 2, 9",
    "T1N1M0, C539, 3, 9",
    "T4N0M0, C539, 4, 9",
    "T3N0M0, C569, 3, 9",
    "T2aN0M0, C619, 1, 9",
    "T2cN0M0, C619, 2, 9",
    "T3N0M0, C619, 3, 9",
    "T1N1M0, C619, 4, 9",
    "T2N0M0, C649, 2, 9",
    "T1aN1M0, C641, 3, 9",
    "T3aN1M0, C541, 3, 9"
  })
  void takesAStageFromTnmAtSitesThatHaveOne(String tnm, String site, String stage, String certain) {
    assertThat(READER.read(tnm, null, site)).contains(new Stage(stage, "", "tnm"));
    assertThat(CERTAIN.read(tnm, null, site)).contains(new Stage(certain, "", "tnm"));
  }

  @Test
  void readsTnmInFieldsOfTheirOwn() {
    assertThat(READER.read("T2", "N1", "M0", "C509")).contains(new Stage("2", "", "tnm"));
    assertThat(READER.read("2", "1", "0", "C509")).contains(new Stage("2", "", "tnm"));
    assertThat(READER.read(null, null, "1", "C509")).contains(new Stage("4", "", "tnm"));
    assertThat(READER.read(null, "", " ", "C509")).isEmpty();
    assertThat(READER.read("large", null, null, "C509")).isEmpty();
  }

  @Test
  void whatIsFromMemoryCanBeSwitchedOff() {
    assertThat(CERTAIN.read("2", "seer", null)).contains(new Stage("9", "", "seer-summary"));
    assertThat(CERTAIN.read("localised", null, null)).contains(new Stage("9", "", ""));
    assertThat(CERTAIN.read("M+", "esS", "C509")).contains(new Stage("9", "", "essential-tnm"));
    assertThat(CERTAIN.read("Dukes B", null, null)).contains(new Stage("2", "B", "dukes"));
  }

  @Test
  void everyNumeralIsReadBehindEveryWordForStage() {
    Map<String, String> numerals = Map.of("I", "1", "II", "2", "III", "3", "IV", "4");
    List<String> words =
        Codes.rows("stage_words").stream()
            .filter(row -> row.get("means").equals("stage"))
            .map(row -> row.get("code"))
            .toList();
    assertThat(words).contains("STAGE", "STADE", "ESTADIO", "ESTADIAMENTO");
    numerals.forEach(
        (roman, code) -> {
          for (String substage : List.of("", "A", "B", "C", "A1", "B2", "C2")) {
            for (String form : List.of(roman + substage, code + substage)) {
              Optional<Stage> expected = Optional.of(new Stage(code, substage, ""));
              assertThat(free(form)).isEqualTo(expected);
              assertThat(free(form.toLowerCase(Locale.ROOT))).isEqualTo(expected);
              words.forEach(word -> assertThat(free(word + " " + form)).isEqualTo(expected));
            }
          }
        });
  }

  @Test
  void noTextIsAnError() {
    Random random = new Random(3);
    List<String> parts =
        List.of(
            "T", "N", "M", "IS", "1", "2", "X", "(", ")", " ", "-", "+", "stage", "II", "no", "É",
            "٣");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(9); j >= 0; j--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      for (String scheme : List.of("", "S", "D", "esS", "F")) {
        Optional<Stage> stage = READER.read(text.toString(), scheme, "C509");
        stage.ifPresent(s -> assertThat(s.code()).matches("[012349]"));
      }
    }
    assertThat(READER.read(null, null, null)).isEmpty();
  }

  @Test
  void namesSchemesByTypeOfStageOrName() {
    assertThat(READER.scheme("esS")).isEqualTo("essential-tnm");
    assertThat(READER.scheme("Ann Arbor")).isEqualTo("ann-arbor");
    assertThat(READER.scheme("TNM")).isEqualTo("tnm");
    assertThat(READER.scheme("own")).isEmpty();
    assertThat(READER.scheme(null)).isEmpty();
  }

  @Test
  void theReaderTravelsToATask() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(READER);
    }
  }
}
