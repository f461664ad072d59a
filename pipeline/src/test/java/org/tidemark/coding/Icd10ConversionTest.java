package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.coding.Icd10Conversion.Options;
import org.tidemark.coding.Icd10Conversion.Outcome;
import org.tidemark.coding.Icd10Conversion.Reason;

class Icd10ConversionTest {
  static final Icd10Conversion CURRENT = Icd10Conversion.of(Codes.all(), new Options(false, false));
  private static final Icd10Conversion EARLIER =
      Icd10Conversion.of(Codes.all(), new Options(true, false));
  private static final List<String> SEXES = List.of("1", "2", "9");

  @ParameterizedTest
  @CsvSource({
    // the topography alone, where ICD-10 has four characters and where it has three
    "C504, 8000, 3, 2, C504",
    "C619, 8140, 3, 1, C61",
    "C649, 8310, 3, 1, C64",
    "C809, 8000, 3, 1, C80",
    "C421, 8000, 3, 1, C80",
    "C422, 8000, 3, 1, C261",
    "C189, 8140, 2, 1, D010",
    "C538, 8077, 2, 2, D067",
    "C679, 8130, 1, 1, D414",
    "C700, 9530, 0, 2, D320",
    "C713, 8000, 0, 2, D330",
    "C498, 8000, 0, 2, D219",
    "C340, 8000, 6, 2, C780",
    "C779, 8000, 6, 2, C779",
    // stromal sarcomas
    "C541, 8930, 3, 2, C541",
    "C549, 8930, 3, 9, C541",
    "C540, 8930, 3, 2, C540",
    "C540, 8931, 3, 2, C540",
    "C619, 8930, 3, 1, C61",
    // cholangiocarcinoma
    "C221, 8161, 3, 1, C221",
    "C249, 8162, 3, 1, C221",
    "C240, 8161, 3, 1, C240",
    // lymphoma of mucosa and of blood, marrow and nodes
    "C169, 9699, 3, 1, C884",
    "C421, 9699, 3, 1, C830",
    "C424, 9699, 3, 1, C830",
    "C422, 9699, 3, 1, C884",
    "C775, 9699, 3, 1, C830",
    // liver
    "C220, 9120, 3, 1, C223",
    "C220, 9133, 3, 1, C223",
    "C220, 9161, 3, 1, C223",
    "C220, 8970, 3, 1, C222",
    "C220, 8160, 3, 1, C221",
    "C220, 8140, 3, 1, C221",
    "C220, 8560, 3, 1, C221",
    "C220, 8500, 3, 2, C221",
    "C221, 8170, 3, 1, C220",
    "C220, 8180, 3, 1, C220",
    "C220, 8000, 3, 1, C229",
    "C220, 8010, 3, 1, C227",
    "C220, 8720, 3, 1, C227",
    "C220, 8890, 3, 1, C224",
    "C220, 9680, 3, 1, C833",
    "C220, 9140, 3, 1, C467",
    "C220, 9050, 3, 1, C457",
    "C220, 8000, 0, 1, D134",
    // morphology before site
    "C445, 8720, 3, 1, C435",
    "C006, 8720, 3, 1, C430",
    "C693, 8720, 3, 1, C693",
    "C384, 9050, 3, 1, C450",
    "C482, 9050, 3, 1, C451",
    "C380, 9052, 3, 1, C452",
    "C445, 9140, 3, 1, C460",
    "C773, 9140, 3, 1, C463",
    "C763, 8890, 3, 1, C495",
    "C446, 8802, 3, 1, C491",
    "C169, 8890, 3, 1, C169",
    "C169, 9680, 3, 1, C833",
    "C421, 9861, 3, 1, C920",
    "C421, 9989, 3, 1, D469",
    "C421, 9950, 3, 1, D45",
    "C420, 9962, 3, 1, D473",
    "C421, 9751, 1, 1, C966",
    "C209, 8400, 3, 1, C449",
    "C809, 8500, 3, 1, C509",
    // by sex
    "C809, 9060, 3, 1, C629",
    "C809, 9060, 3, 2, C56",
    "C569, 9060, 3, 9, C56",
    "C809, 9100, 3, 2, C58",
    "C809, 8640, 1, 2, D391",
    // benign tumours by morphology
    "C445, 8850, 0, 1, D171",
    "C449, 8720, 0, 1, D229",
    "C541, 8890, 0, 2, D259",
    "C402, 9220, 0, 2, D162"
  })
  void convertsWhatTheRulesSingleOut(
      String topography, String morphology, String behaviour, String sex, String code) {
    assertThat(CURRENT.of(topography, morphology, behaviour, sex))
        .isEqualTo(new Outcome(code, null));
  }

  @ParameterizedTest
  @CsvSource({
    "C509, 8500, 9, 2, PRIMARY_OR_SECONDARY_UNKNOWN",
    "C509, 8500, 4, 2, NO_BEHAVIOUR",
    "C509, 8500, x, 2, NO_BEHAVIOUR",
    "C141, 8070, 3, 1, NO_TOPOGRAPHY",
    "C50, 8500, 3, 1, NO_TOPOGRAPHY",
    ", 9680, 3, 1, NO_TOPOGRAPHY",
    "C421, 8000, 0, 1, IMPOSSIBLE_SITE",
    "C402, 8000, 2, 1, IMPOSSIBLE_SITE",
    "C421, 8000, 6, 1, IMPOSSIBLE_SITE",
    "C809, 9060, 3, 9, SEX_NEEDED",
    "C809, 9060, 3, , SEX_NEEDED"
  })
  void namesTheReasonWhereThereIsNoCode(
      String topography, String morphology, String behaviour, String sex, Reason reason) {
    assertThat(CURRENT.of(topography, morphology, behaviour, sex))
        .isEqualTo(new Outcome(null, reason));
  }

  @Test
  void whatARegistryDoesNotSupplyIsReadAsMalignantAndByTopography() {
    assertThat(CURRENT.of("C187", null, null, null).code()).isEqualTo("C187");
    assertThat(CURRENT.of("C220", null, null, null).code()).isEqualTo("C220");
  }

  @ParameterizedTest
  @CsvSource({
    "9716, C861, C845",
    "9945, C931, C921",
    "9840, C940, C920",
    "9826, C918, C910",
    "9651, C814, C810",
    "9985, D465, D467",
    "9699, C884, C827",
    // no other code before
    "9680, C833, C833",
    "8500, C169, C169"
  })
  void givesTheCodesOfEitherVintage(String morphology, String current, String earlier) {
    assertThat(CURRENT.of("C169", morphology, "3", "1").code()).isEqualTo(current);
    assertThat(EARLIER.of("C169", morphology, "3", "1").code()).isEqualTo(earlier);
    assertThat(CURRENT.edition()).startsWith("ICD-10 2010");
    assertThat(EARLIER.edition()).startsWith("ICD-10 before 2010");
  }

  @Test
  void secondaryTumoursMayStandForAnUnknownPrimary() {
    Icd10Conversion configured = Icd10Conversion.of(Codes.all(), new Options(false, true));
    for (String behaviour : List.of("6", "9")) {
      assertThat(configured.of("C340", "8140", behaviour, "1").code()).isEqualTo("C80");
    }
    assertThat(configured.of("C340", "8140", "3", "1").code()).isEqualTo("C340");
  }

  @Test
  void everyTumourHasACodeOrAReason() {
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    TreeSet<String> codes = new TreeSet<>();
    for (String morphology : Codes.codes("morphology")) {
      for (String behaviour : Codes.codes("behaviour")) {
        for (String topography : Codes.codes("topography")) {
          for (String sex : SEXES) {
            Outcome outcome = CURRENT.of(topography, morphology, behaviour, sex);
            if (outcome.code() == null) {
              reasons.merge(outcome.reason(), 1, Integer::sum);
            } else {
              codes.add(outcome.code());
            }
          }
        }
      }
    }
    assertThat(codes).allMatch(code -> code.matches("[CD]\\d\\d\\d?|N40|O019|Q309"));
    assertThat(reasons.keySet())
        .containsExactlyInAnyOrder(
            Reason.PRIMARY_OR_SECONDARY_UNKNOWN, Reason.IMPOSSIBLE_SITE, Reason.SEX_NEEDED);
    assertThat(reasons).containsEntry(Reason.PRIMARY_OR_SECONDARY_UNKNOWN, 857 * 330 * 3);
  }

  @Test
  void everyListedPairConvertsAsPrinted() {
    PrintedConversion printed =
        new PrintedConversion(SharedFolder.text("registry/rules.md"), Codes.codes("topography"));
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Map<String, String> pair : Codes.rows("morphology_behaviour")) {
      String morphology = pair.get("code");
      String behaviour = pair.get("behaviour");
      // The print leaves morphologies of behaviour 0 out.
      boolean covered =
          !behaviour.equals("9") && (!behaviour.equals("0") || "8000".equals(morphology));
      for (String topography : covered ? Codes.codes("topography") : List.<String>of()) {
        for (String sex : SEXES) {
          String expected = printed.code(topography, morphology, behaviour, sex);
          Outcome outcome = CURRENT.of(topography, morphology, behaviour, sex);
          compared++;
          if (!agrees(expected, outcome)) {
            differences.add(String.join(" ", topography, morphology, behaviour, sex, expected));
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(1_500_000);
  }

  private static boolean agrees(String printed, Outcome outcome) {
    if (printed.startsWith("no code")) {
      return outcome.reason() == Reason.IMPOSSIBLE_SITE;
    }
    return printed.equals("sex")
        ? outcome.reason() == Reason.SEX_NEEDED
        : printed.equals(outcome.code());
  }

  @Test
  void theTablesTravelToATask() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(CURRENT);
    }
    assertThat(bytes.size()).isLessThan(400_000);
  }
}
