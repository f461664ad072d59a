package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.model.AgeText;
import org.tidemark.model.DatePattern;
import org.tidemark.model.DayInterval;
import org.tidemark.model.DigitScript;
import org.tidemark.model.Refusal;
import org.tidemark.model.SolarCalendar;

@DisplayName("How a mapping says dates, numbers and ages are written")
class SpellingReaderTest {
  private static final String HEAD =
      """
      mapping: own
      table: tumour
      columns: {n: tumour_id, a: age, i: incidence_date, b: birth_date}
      inputs: {seen: date, days: integer, word: string}
      """;

  @TempDir Path folder;

  private Spelling read(String... lines) throws IOException {
    Path file = Files.createDirectories(folder.resolve("mappings")).resolve("own.yaml");
    Files.writeString(file, HEAD + String.join("\n", lines) + "\n");
    return CatalogueReader.read(Optional.of(folder.toString())).mappings().get("own").spelling();
  }

  @Test
  void isTheSharedSchemasOwnWhereNothingIsSaid() throws IOException {
    assertThat(read()).isEqualTo(Spelling.SHARED);
  }

  @Test
  void namesEverythingOnce() throws IOException {
    Spelling spelling =
        read(
            "digits: [arabic-indic, thai]",
            "calendar: ethiopian",
            "dates:",
            "  incidence_date: dd/MM/yyyy",
            "  birth_date: {patterns: [d/M/yy, yyyy-MM-dd], pivot: 1925, calendar: gregorian}",
            "  seen: {pattern: dd.MM.yyyy, calendar: gregorian, serial: 1900,"
                + " unknown: {year: ['1900'], day: ['32']}}",
            "numbers: {days: {decimal: ',', thousands: '.'}}",
            "ages: {age: {width: 2, nines: age, zero: unknown}}");
    assertThat(spelling.digits())
        .containsExactlyInAnyOrder(DigitScript.ARABIC_INDIC, DigitScript.THAI);
    assertThat(spelling.date("incidence_date").calendar()).isSameAs(SolarCalendar.ETHIOPIAN);
    DateForm birth = spelling.date("birth_date");
    assertThat(birth.calendar()).isSameAs(SolarCalendar.GREGORIAN);
    assertThat(birth.pivot()).isEqualTo(1925);
    assertThat(birth.patterns())
        .extracting(DatePattern::pattern)
        .containsExactly("d/M/yy", "yyyy-MM-dd");
    assertThat(spelling.date("seen").serial()).isEqualTo(1900);
    assertThat(spelling.date("seen").unknown())
        .isEqualTo(new DateForm.Unknown(Set.of(1900), Set.of(), Set.of(32)));
    assertThat(spelling.date("last_contact_date").calendar()).isSameAs(SolarCalendar.ETHIOPIAN);
    assertThat(spelling.mayStraddleYears("incidence_date")).isTrue();
    assertThat(spelling.mayStraddleYears("birth_date")).isFalse();
    assertThat(spelling.numbers()).containsEntry("days", new NumberForm(',', '.'));
    assertThat(spelling.ages().get("age").read("99").years()).isEqualTo(99);
    assertThat(spelling.ages().get("age").read("0").kind()).isEqualTo(AgeText.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dates: {incidence_date: {patterns: [dd/MM/yyyy, MM/dd/yyyy]}} | one text may be two dates",
        "dates: {incidence_date: {patterns: [yyyyMMdd, yyyyddMM]}} | one text may be two dates",
        "dates: {incidence_date: dd/MM/yy} | says no century",
        "dates: {incidence_date: {pattern: yyyyMMdd, pivot: 1930}} | pivot is for years of two",
        "dates: {incidence_date: DD/MM/YYYY} | the letters of a date pattern",
        "dates: {incidence_date: MM/dd} | needs one yyyy",
        "dates: {incidence_date: {calendar: persian}} | a date has one pattern",
        "dates: {incidence_date: {pattern: yyyy, patterns: [yyyy]}} | a date has one pattern",
        "dates: {incidence_date: {pattern: yyyy, serial: 1900}} | may be a day number",
        "dates: {incidence_date: {serial: 1900, calendar: buddhist}} | is a Gregorian day",
        "dates: {incidence_date: {pattern: yyyy, calendar: julian}} | not one of the values",
        "dates: {incidence_date: {patern: yyyy}} | there is no key 'patern'",
        "dates: {incidence_date: {pattern: yyyy, serial: 1901}} | not one of the values",
        "dates: {incidence_date: {pattern: yyyy, unknown: {hour: ['1']}}} | there is no key 'hour'",
        "dates: {incidence_date: {pattern: yyyy, unknown: {day: ['x']}}} | breaks the rule 'pattern'",
        "dates: {age: yyyy} | is of the type integer",
        "dates: {incidense_date: yyyy} | there is no field 'incidense_date'",
        "numbers: {word: {decimal: ','}} | is of the type string",
        "numbers: {days: {decimal: '.', thousands: '.'}} | one mark cannot be both",
        "numbers: {days: {thousands: '.'}} | one mark cannot be both",
        "numbers: {days: {decimal: ';'}} | not one of the values",
        "ages: {age: {nines: age}} | 'width' is missing",
        "ages: {age: {width: 4}} | not one of the values",
        "ages: {age_days: {width: 3}} | is not an age in years",
        "ages: {tumour_id: {width: 3}} | is of the type string",
        "digits: [roman] | not one of the values",
        "digits: [] | is empty"
      })
  void isRefusedByItsPlaceWhereItIsWrong(String line, String what) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(line))
        .withMessageContaining("own.yaml")
        .withMessageContaining(what)
        .withMessageContaining("mend:");
  }

  @Test
  @DisplayName("Nepal's months: published new years, and a table that must add up")
  void bikramSambat() throws IOException {
    DateForm form =
        read("calendar: bikram-sambat", "dates: {incidence_date: yyyy-MM-dd}")
            .date("incidence_date");
    assertThat(form.calendar().days(2077, 1, 1)).map(DayInterval::text).contains("2020-04-13");
    assertThat(form.calendar().days(2073, 12, 15)).map(DayInterval::text).contains("2017-03-28");
    assertThat(form.calendar().days(2072, 1, 12)).map(DayInterval::text).contains("2015-04-25");
    assertThat(form.calendar().days(2000, 1, 1)).map(DayInterval::text).contains("1943-04-14");
    assertThat(form.calendar().days(2077, 0, 0)).map(DayInterval::text).contains("2020");
    assertThat(form.calendar().days(2083, 12, 30)).isPresent();
    assertThat(form.calendar().days(2084, 1, 1)).isEmpty();
    assertThat(form.calendar().days(1969, 1, 1)).isEmpty();
  }

  @Test
  void anOwnTableOfMonthsHasToAddUp() throws IOException {
    String head = "year,new_year,m01,m02,m03,m04,m05,m06,m07,m08,m09,m10,m11,m12,edition\n";
    String row = "2084,2027-04-14,31,31,32,31,31,30,30,30,29,30,30,30,own\n";
    assertRefusedMonths(head);
    assertRefusedMonths(head + row + row.replace("2084", "2085"));
    assertRefusedMonths(head + row + "2086,2028-04-13,31,31,32,31,31,30,30,30,29,30,30,30,own\n");
    assertRefusedMonths(head + row.replace("2027-04-14", "2027-02-30"));
    months(head + row);
    assertThat(read("calendar: bikram-sambat").calendar().days(2084, 12, 30))
        .map(DayInterval::text)
        .contains("2028-04-12");
  }

  private void assertRefusedMonths(String table) throws IOException {
    months(table);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read("calendar: bikram-sambat"))
        .withMessageContaining("bikram_sambat.csv");
  }

  private void months(String table) throws IOException {
    Path file = Files.createDirectories(folder.resolve("codes")).resolve("bikram_sambat.csv");
    Files.writeString(file, table);
  }
}
