package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.DateForm;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.NumberForm;
import org.tidemark.catalogue.SourceRules;
import org.tidemark.catalogue.Spelling;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.model.AgeText;
import org.tidemark.model.DigitScript;
import org.tidemark.model.SolarCalendar;

@DisplayName("Cells of a source with its own digits, calendar, numbers and ages")
class SpeltCellTest {
  private static final Mapping MAPPING =
      new Mapping(
          "kabul",
          "tumour",
          TextFormat.STANDARD,
          Map.of("c", "age"),
          Map.of("days", FieldType.INTEGER),
          Map.of(),
          Map.of("sex", Map.of("۱", "1", "2", "2")),
          Map.of("birth_date", List.of("1111/11/11")),
          new Spelling(
              Set.of(DigitScript.EXTENDED_ARABIC_INDIC, DigitScript.ARABIC_INDIC),
              SolarCalendar.PERSIAN,
              Map.of("incidence_date", DateForm.of("dd/MM/yyyy")),
              Map.of("size", new NumberForm(',', '.')),
              Map.of("age", new AgeText(2, true, false))),
          Map.of(),
          List.of(),
          List.of(),
          false,
          false,
          SourceRules.NONE);

  private static Object read(String name, FieldType type, String codes, String text) {
    Field field = new Field(name, type, false, false, codes, List.of(), "", name, "test");
    return Cell.of(field, 0, MAPPING).read(text);
  }

  @Test
  void datesAreOfTheSourcesCalendarUnlessTheirFieldSaysAnother() {
    assertThat(read("birth_date", FieldType.DATE, "", "۱۴۰۰-۰۱-۰۱")).isEqualTo("2021-03-21");
    assertThat(read("incidence_date", FieldType.DATE, "", "۰۳/۰۷/۲۰۱۹")).isEqualTo("2019-07-03");
  }

  @Test
  void digitsOfTheSourceAreReadInCodesNumbersAndAges() {
    assertThat(read("sex", FieldType.STRING, "sex", "۱")).isEqualTo("1");
    assertThat(read("sex", FieldType.STRING, "sex", "۲")).isEqualTo("2");
    assertThat(read("topography", FieldType.STRING, "topography", "٥٠۹")).isEqualTo("C509");
    assertThat(read("size", FieldType.NUMBER, "", "۱.۲۳۴,۵")).isEqualTo(1234.5);
    assertThat(read("age", FieldType.INTEGER, "", "٨٥+")).isEqualTo(85);
    assertThat(read("age", FieldType.INTEGER, "", "٩٩")).isNull();
    assertThat(read("age", FieldType.INTEGER, "", "elderly")).isSameAs(CellType.NOT_OF_TYPE);
  }

  @Test
  void namesAndIdsStayAsSent() {
    assertThat(read("tumour_id", FieldType.STRING, "", "۱۲")).isEqualTo("۱۲");
  }

  @Test
  void unknownTextsHoldInEitherDigits() {
    assertThat(read("birth_date", FieldType.DATE, "", "۱۱۱۱/۱۱/۱۱")).isNull();
    assertThat(read("birth_date", FieldType.DATE, "", "1111/11/11")).isNull();
  }

  @Test
  void inputsAreSpeltAsTheirSource() {
    Cell days = Cell.input("days", FieldType.INTEGER, 0, MAPPING);
    assertThat(days.read("\u200F٣٦٥")).isEqualTo(365);
    assertThat(Cell.input("seen", FieldType.DATE, 0, MAPPING).read("1400-01-01"))
        .isEqualTo("2021-03-21");
  }

  @Test
  void aSourceThatNamesNoDigitsHasNone() {
    Cell plain =
        Cell.of(
            new Field("n", FieldType.INTEGER, false, false, "", List.of(), "", "n", "test"),
            0,
            Mapping.shared("tumour"));
    assertThat(plain.read("٣")).isSameAs(CellType.NOT_OF_TYPE);
  }

  @Test
  @DisplayName("A cell reads the same after it was sent to another machine")
  void travels() throws IOException, ClassNotFoundException {
    for (String field : List.of("birth_date", "incidence_date")) {
      Cell sent = travelled(Cell.input(field, FieldType.DATE, 0, MAPPING));
      assertThat(sent.read("۱۴۰۰-۰۱-۰۱")).isEqualTo(read(field, FieldType.DATE, "", "۱۴۰۰-۰۱-۰۱"));
    }
    assertThat(travelled(Cell.input("size", FieldType.NUMBER, 0, MAPPING)).read("۱.۲۳۴,۵"))
        .isEqualTo(1234.5);
    assertThat(travelled(Cell.input("age", FieldType.INTEGER, 0, MAPPING)).read("elderly"))
        .isSameAs(CellType.NOT_OF_TYPE);
  }

  private static Cell travelled(Cell cell) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(cell);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Cell) in.readObject();
    }
  }
}
