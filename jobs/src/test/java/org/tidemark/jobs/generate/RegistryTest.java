package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The invented registry: its rows hold together, and it is written as it is drawn. */
class RegistryTest {
  private static final int CASES = 20_000;

  private static final InMemory FOLDER = new InMemory();
  private static List<Map<String, String>> cases;

  @BeforeAll
  static void draw() throws IOException {
    Registry.of(3, CASES).write(FOLDER);
    cases = rows("cases.csv");
  }

  @Test
  void hasTwentyFiveColumnsAndEveryCase() {
    assertThat(FOLDER.lines("cases.csv").get(0).split(",")).hasSize(25);
    assertThat(cases).hasSize(CASES);
    assertThat(cases.stream().map(c -> c.get("tumour_id"))).doesNotHaveDuplicates();
  }

  @Test
  void datesAndAgesAgree() {
    for (Map<String, String> c : cases) {
      LocalDate birth = LocalDate.parse(c.get("birth_date"));
      LocalDate incidence = LocalDate.parse(c.get("incidence_date"));
      LocalDate last = LocalDate.parse(c.get("last_contact_date"));
      assertThat(incidence).isBetween("2010-01-01", "2019-12-31").isAfterOrEqualTo(birth);
      assertThat(last).isBetween(incidence, LocalDate.of(2023, 12, 31));
      assertThat(c.get("age")).isEqualTo(Period.between(birth, incidence).getYears() + "");
      assertThat(c.get("age_days")).isEqualTo(incidence.toEpochDay() - birth.toEpochDay() + "");
    }
  }

  @Test
  void codesAgree() {
    for (Map<String, String> c : cases) {
      String site = c.get("topography").substring(0, 3);
      boolean female = c.get("sex").equals("2");
      assertThat(site.compareTo("C51") >= 0 && site.compareTo("C58") <= 0 && !female).isFalse();
      assertThat(site.compareTo("C60") >= 0 && site.compareTo("C63") <= 0 && female).isFalse();
      assertThat(c.get("cause_of_death").isEmpty()).isEqualTo(!c.get("vital_status").equals("2"));
      if (c.get("basis").equals("0")) {
        assertThat(c.get("last_contact_date")).isEqualTo(c.get("incidence_date"));
      }
    }
  }

  @Test
  void survivalFallsWithStage() {
    double[] alive = new double[5];
    for (int stage = 1; stage <= 4; stage++) {
      alive[stage] = fiveYears("C50", Integer.toString(stage));
    }
    assertThat(alive[1]).isGreaterThan(alive[2] + 0.02);
    assertThat(alive[2]).isGreaterThan(alive[3] + 0.05);
    assertThat(alive[3]).isGreaterThan(alive[4] + 0.2);
    assertThat(alive[4]).isBetween(0.10, 0.40);
  }

  @Test
  void someAreLost() {
    long lost = cases.stream().filter(c -> c.get("vital_status").equals("3")).count();
    assertThat(lost / (double) CASES).isBetween(0.01, 0.10);
  }

  @Test
  void populationFitsTheCases() {
    double persons =
        rows("population.csv").stream().mapToDouble(r -> number(r, "population")).sum();
    assertThat(CASES / persons * 100_000).isBetween(220.0, 280.0);
    assertThat(rows("population.csv")).hasSize(4 * 10 * 2 * 18);
  }

  @Test
  void lifeTableCoversEveryCellAndIsSmooth() {
    List<Map<String, String>> table = rows("life_table.csv");
    assertThat(table).hasSize(4 * 14 * 2 * 120);
    for (Map<String, String> cell : table) {
      double hazard = number(cell, "hazard_per_day");
      assertThat(number(cell, "prob_death_year"))
          .isCloseTo(1 - Math.exp(-365.241 * hazard), org.assertj.core.data.Offset.offset(1e-8));
    }
  }

  @Test
  void writesInSmallPiecesWhileItDraws() throws IOException {
    Pieces pieces = new Pieces();
    Registry.of(3, 100_000).write(path -> path.equals("cases.csv") ? pieces : new Pieces());
    assertThat(pieces.bytes).isGreaterThan(100L * 100_000);
    assertThat(pieces.largest).isLessThan(80_000);
  }

  /** Counts what is written and keeps nothing. */
  private static final class Pieces extends OutputStream {
    private long bytes;
    private int largest;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes += length;
      largest = Math.max(largest, length);
    }
  }

  private static double fiveYears(String site, String stage) {
    int alive = 0;
    int known = 0;
    for (Map<String, String> c : cases) {
      boolean asked = c.get("topography").startsWith(site) && c.get("stage").equals(stage);
      if (asked && c.get("incidence_date").compareTo("2018") < 0) {
        LocalDate fifth = LocalDate.parse(c.get("incidence_date")).plusYears(5);
        boolean reached = c.get("last_contact_date").compareTo(fifth.toString()) >= 0;
        known += reached || c.get("vital_status").equals("2") ? 1 : 0;
        alive += reached ? 1 : 0;
      }
    }
    return (double) alive / known;
  }

  private static List<Map<String, String>> rows(String file) {
    List<String> lines = FOLDER.lines(file);
    String[] columns = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).hasSameSizeAs(columns);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
