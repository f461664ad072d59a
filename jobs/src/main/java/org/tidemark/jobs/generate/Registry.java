package org.tidemark.jobs.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The invented tumour registry: cases with follow-up, population and life table, as streams. */
final class Registry {
  /** Population areas and their shares. */
  static final List<String> AREAS = List.of("Eastmere", "Westmere", "Northmere", "Southmere");

  static final double[] AREA_SHARES = {0.4, 0.3, 0.2, 0.1};

  private static final int FIRST_YEAR = 2010;
  private static final int LAST_YEAR = 2019;
  private static final int LAST_FOLLOWED = 2023;
  private static final int OLDEST = 119;

  /** Persons for each case of a year: a crude rate of 250 in 100,000. */
  private static final double PERSONS_A_CASE = 400;

  private static final double GROWTH = 1.008;
  private static final MathContext DIGITS = new MathContext(9);

  /** Persons by five-year age group from 0-4 to 85 and over, out of a thousand. */
  private static final int[] AGES = {
    70, 69, 67, 66, 65, 65, 64, 64, 63, 62, 60, 57, 54, 50, 44, 36, 25, 19
  };

  private final long seed;
  private final int cases;

  private Registry(long seed, int cases) {
    this.seed = seed;
    this.cases = cases;
  }

  static Registry of(long seed, int cases) {
    return new Registry(seed, cases);
  }

  void write(Folder folder) throws IOException {
    cases(folder.create("cases.csv"));
    population(folder.create("population.csv"));
    lifeTable(folder.create("life_table.csv"));
  }

  private void cases(OutputStream out) throws IOException {
    Chance chance = Chance.of(seed, "registry");
    Days days = Days.create();
    try (Lines lines = Lines.under(Columns.of("tumour"), out)) {
      for (int number = 1; number <= cases; number++) {
        CaseLine.write(number, RegistryCase.draw(chance, days), days, lines);
      }
    }
  }

  private void population(OutputStream out) throws IOException {
    try (Lines lines = Lines.under(Columns.of("population"), out)) {
      for (int area = 0; area < AREAS.size(); area++) {
        double persons = cases / 10.0 * PERSONS_A_CASE * AREA_SHARES[area];
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++, persons *= GROWTH) {
          for (int sex = 1; sex <= 2; sex++) {
            groups(lines, AREAS.get(area), sex, year, persons / 2);
          }
        }
      }
    }
  }

  private static void groups(Lines lines, String area, int sex, int year, double persons)
      throws IOException {
    for (int group = 0; group < AGES.length; group++) {
      lines.cell(area).cell(sex).cell(year).cell(5 * group);
      if (group < AGES.length - 1) {
        lines.cell(5 * group + 4);
      } else {
        lines.missing();
      }
      lines.cell((int) Math.max(1, Math.rint(persons * AGES[group] / 1000))).end();
    }
  }

  private static void lifeTable(OutputStream out) throws IOException {
    try (Lines lines = Lines.under(Columns.of("life_table"), out)) {
      for (String area : AREAS) {
        for (int year = FIRST_YEAR; year <= LAST_FOLLOWED; year++) {
          for (int sex = 1; sex <= 2; sex++) {
            ages(lines, area, sex, year);
          }
        }
      }
    }
  }

  /** The hazard in the middle of each year of age and calendar year. */
  private static void ages(Lines lines, String area, int sex, int year) throws IOException {
    for (int age = 0; age <= OLDEST; age++) {
      double hazard = Mortality.hazard(sex, age + 0.5, year + 0.5);
      lines.cell(area).cell(sex).cell(year).cell(age);
      lines.cell(text(1 - StrictMath.exp(-hazard))).cell(text(hazard / Mortality.YEAR)).end();
    }
  }

  private static String text(double value) {
    return new BigDecimal(value).round(DIGITS).toPlainString();
  }
}
