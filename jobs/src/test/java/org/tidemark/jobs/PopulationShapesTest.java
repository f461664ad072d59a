package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Registry north with the populations of two censuses: 2006 as an office prints it, with infants,
 * both sexes, totals, 75+ and thousands marked; 2011 to 85+. A group has 5,000 men in 2006 and
 * 10,000 in 2011, and twice as many women; of 85 and over there are half as many.
 */
@DisplayName("Populations and life tables as they are printed")
class PopulationShapesTest {
  private static final String CENSUS =
      """
      mapping: census
      table: population
      text: {delimiter: ";"}
      columns: {Year: year, Sex: sex, Persons: population}
      inputs: {Ages: string}
      constants: {area: North}
      recode: {sex: {M: "1", F: "2", T: "0"}}
      numbers: {population: {thousands: ","}}
      derive:
        age_lower: IF(Ages = 'All ages', 0, CAST(REGEXP_EXTRACT(Ages, '^([0-9]+)', 1) AS INT))
        age_upper: >-
          CASE WHEN Ages = 'All ages' OR Ages LIKE '%+' THEN NULL
          ELSE CAST(SUBSTRING_INDEX(Ages, '-', -1) AS INT) END
      """;

  private static final String PRINTED_LIFE_TABLE =
      """
      mapping: printed-life
      table: life_table
      columns: {sex: sex, age: age, e: life_expectancy}
      inputs: {period: string, q_per_100000: number}
      constants: {area: Slovenia}
      derive:
        year: CAST(LEFT(period, 4) AS INT)
        year_upper: CAST(RIGHT(period, 4) AS INT)
        prob_death: q_per_100000 / 100000
      not_supplied: [age_upper, hazard_per_day, prob_death_year, death_rate, survivors]
      """;

  @TempDir private Path folder;

  private SmallProgramme programme(String assumptions) throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    programme.replace(
        "programme.yaml",
        "{id: population, table: population, path: population.csv, format: csv, mapping:"
            + " north-population}",
        "{id: old-census, table: population, path: old.csv, mapping: census%s}\n  - {id: new-census, table: population, path: new.csv, mapping: shared%s}"
            .formatted(assumptions, assumptions));
    programme.replace("programme.yaml", "{by: [area, sex]", "{by: [area, sex, year]");
    programme.write("old.csv", printed(164_000));
    programme.write("new.csv", shared());
    schemas("census", CENSUS);
    return programme;
  }

  private void schemas(String name, String mapping) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("schemas/mappings"));
    Files.writeString(mappings.resolve(name + ".yaml"), mapping);
  }

  private Told run(SmallProgramme programme) {
    return Told.run(
        programme.programme(), programme.out(), "--schemas", folder.resolve("schemas").toString());
  }

  private Told check(SmallProgramme programme) {
    return Told.command(
        "check",
        programme.programme().toString(),
        "--schemas",
        folder.resolve("schemas").toString(),
        "--master",
        "local[2]");
  }

  /** 80,000 men and 160,000 women in all; the total of both is to be 240,000. */
  private static String printed(int ofWomen) {
    StringBuilder text = new StringBuilder("Year;Sex;Ages;Persons\n");
    for (int sex = 1; sex <= 2; sex++) {
      String begin = "2006;" + (sex == 1 ? "M;" : "F;");
      text.append(begin).append("0;%d,000\n".formatted(sex));
      text.append(begin).append("1-4;%d,000\n".formatted(sex * 4));
      for (int age = 5; age < 75; age += 5) {
        text.append(begin).append("%d-%d;%d,000\n".formatted(age, age + 4, sex * 5));
      }
      text.append(begin).append("75+;%d,000\n".formatted(sex * 5));
      text.append(begin).append(sex == 1 ? "All ages;80,000\n" : "All ages;160,000\n");
    }
    return text.append("2006;T;All ages;%,d\n".formatted(80_000 + ofWomen)).toString();
  }

  private static String shared() {
    StringBuilder text = new StringBuilder("area,sex,year,age_lower,age_upper,population\n");
    for (int sex = 1; sex <= 2; sex++) {
      for (int age = 0; age < 85; age += 5) {
        text.append("North,%d,2011,%d,%d,%d\n".formatted(sex, age, age + 4, sex * 10_000));
      }
      text.append("North,%d,2011,85,,%d\n".formatted(sex, sex * 5_000));
    }
    return text.toString();
  }

  @Test
  void censusesOfTwoFormsGiveRatesAndWhatWasAssumedIsTold() throws IOException {
    SmallProgramme programme = programme(", between: linear");
    Told told = run(programme);
    assertThat(told.exitCode()).as(told.err()).isZero();
    Published published = Published.in(programme.out());
    List<Map<String, String>> rows =
        published.rows("incidence", "area", "North", "sex", "2", "period", "2008");
    // Two fifths of the way: 10,000 to 20,000 a group, and 10,000 to 50,000 of 75 and over.
    List<Map<String, String>> byAge =
        rows.stream().filter(r -> r.get("measure").equals("age_specific_rate")).toList();
    assertThat(byAge).extracting(r -> r.get("age_group")).hasSize(16).endsWith("70-74", "75+");
    assertThat(byAge)
        .filteredOn(r -> !r.get("age_group").equals("75+"))
        .allSatisfy(r -> assertThat(r).containsEntry("person_years", "14000"));
    assertThat(byAge.get(15)).containsEntry("person_years", "26000");
    Map<String, String> asr = Published.one(rows, "measure", "asr");
    assertThat(asr).containsEntry("person_years", "236000").containsEntry("status", "OK");
    assertThat(asr.get("note"))
        .isEqualTo(
            "a total of the population is not the sum of its parts; population between counts"
                + " interpolated linearly");
    assertThat(Published.one(rows, "measure", "cases")).containsEntry("note", "");
    assertThat(published.rows("finding", "source", "old-census"))
        .extracting(
            r ->
                r.get("rule")
                    + " "
                    + r.get("severity")
                    + " "
                    + r.get("period")
                    + " "
                    + r.get("count"))
        .containsExactlyInAnyOrder(
            "POPULATION-LINEAR scope 2007-2010 128",
            "POPULATION-TOTAL scope 2006 3",
            "POPULATION-TOTAL-DISAGREES query 2006 1");
    assertThat(Files.readString(published.current().resolve("report/index.html")))
        .contains("Population between counts, by the same number a year");
  }

  @Test
  void whatMayNotBeAssumedIsMissingByName() throws IOException {
    SmallProgramme programme = programme("");
    programme.write("old.csv", printed(160_000));
    Told told = run(programme);
    assertThat(told.exitCode()).as(told.err()).isZero();
    Published published = Published.in(programme.out());
    Map<String, String> rate =
        Published.one(
            published.rows("incidence", "area", "North", "sex", "1", "period", "2008"),
            "measure",
            "crude_rate");
    assertThat(rate)
        .containsEntry("status", "INSUFFICIENT")
        .containsEntry("value", "")
        .containsEntry("note", "there is no population for area 'North', sex 1, year 2008");
    assertThat(published.rows("finding", "rule", "POPULATION-TOTAL-DISAGREES")).isEmpty();
  }

  @Test
  void widerGroupsAreRefusedUntilTheSourceSaysHowToSplitThem() throws IOException {
    SmallProgramme programme = programme(", between: geometric");
    String wide = printed(160_000).replace("2006;M;5-9;5,000\n", "");
    programme.write("old.csv", wide.replace("2006;M;10-14;5,000\n", "2006;M;5-14;10,000\n"));
    Told refused = check(programme);
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
    assertThat(List.of(refused.err(), refused.out()))
        .allSatisfy(
            said ->
                assertThat(said)
                    .contains("population of source old-census")
                    .contains(
                        "area 'North', sex 1, year 2006: the ages 5-14 are wider than five years"));
    assertThat(refused.out()).contains("old-census (population): 36 received");
    programme.replace(
        "programme.yaml",
        "census, between: geometric",
        "census, between: geometric, split: who-2000");
    Told split = run(programme);
    assertThat(split.exitCode()).as(split.err()).isZero();
    assertThat(Published.in(programme.out()).rows("finding", "rule", "POPULATION-SPLIT"))
        .extracting(r -> r.get("source") + " " + r.get("period") + " " + r.get("count"))
        .containsExactly("old-census 2006 1");
  }

  /** A hazard of 0.04 a year at all ages: by age group and period, and in one row. */
  @Test
  void aPrintedLifeTableGivesTheSurvivalOfItsHazards() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    schemas("printed-life", PRINTED_LIFE_TABLE);
    programme.write("life.csv", printedLifeTable());
    programme.replace(
        "programme.yaml", "mapping: colrec-life, beyond: nearest", "mapping: printed-life");
    Told told = run(programme);
    assertThat(told.exitCode()).as(told.err()).isZero();
    Published printed = Published.in(programme.out());
    assertThat(printed.rows("finding", "source", "life"))
        .extracting(r -> r.get("rule") + " " + r.get("period") + " " + r.get("count"))
        .containsExactlyInAnyOrder(
            "LIFE-TABLE-ABRIDGED 1980 34", "LIFE-TABLE-CLOSED 1980 2", "LIFE-TABLE-YEARS 1980 38");
    assertThat(printed.rows("survival"))
        .allSatisfy(
            r ->
                assertThat(r.get("note"))
                    .endsWith(
                        "life table by age group, hazard constant within each; one hazard for all"
                            + " ages from the last of the life table; one life table for several"
                            + " years"));
    double own = value(printed);
    programme.write(
        "life.csv",
        "area,sex,year,age,hazard_per_day\nSlovenia,1,1980,0,%s\nSlovenia,2,1980,0,%s\n"
            .formatted(0.04 / 365.241, 0.04 / 365.241));
    programme.replace(
        "programme.yaml", "mapping: printed-life", "mapping: shared, beyond: nearest");
    Told plain = run(programme);
    assertThat(plain.exitCode()).as(plain.err()).isZero();
    assertThat(value(Published.in(programme.out()))).isCloseTo(own, within(1e-9));
  }

  private static double value(Published published) {
    return Double.parseDouble(published.rows("survival").get(0).get("value"));
  }

  private static String printedLifeTable() {
    StringBuilder text = new StringBuilder("period,sex,age,q_per_100000,e\n");
    for (int sex = 1; sex <= 2; sex++) {
      text.append(line(sex, 0, 1)).append(line(sex, 1, 4));
      for (int age = 5; age < 85; age += 5) {
        text.append(line(sex, age, 5));
      }
      text.append("1980-2020,%d,85,100000,25\n".formatted(sex));
    }
    return text.toString();
  }

  private static String line(int sex, int age, int years) {
    return "1980-2020,%d,%d,%s,25\n".formatted(sex, age, 100_000 * -Math.expm1(-0.04 * years));
  }
}
