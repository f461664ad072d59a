package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Questions that sites put to specialists far away, while the programme works there. */
final class TeleconsultReport {
  private static final List<String> SPECIALTIES = List.of("PATHOLOGY", "RADIOLOGY", "ONCOLOGY");
  private static final int A_QUARTER = 1;

  private TeleconsultReport() {}

  /** One row a request, with no answer where the line failed or nobody answered. */
  static void fill(Story story, Table table) {
    Site site = story.site();
    for (Quarter quarter : Quarter.REPORTED) {
      Chance chance = story.chance("teleconsult/" + quarter.label());
      for (int number = 1; number <= A_QUARTER && site.engaged(quarter); number++) {
        table.add(row(chance, story, quarter, story.ref("L", table.rows().size() + 1)));
      }
    }
  }

  private static Row row(Chance chance, Story story, Quarter quarter, String id) {
    LocalDate day = quarter.start().plusDays(chance.between(0, 89));
    LocalDateTime asked = day.atTime(chance.between(8, 16), 0);
    String drawn =
        List.of("COMPLETED", "FAILED_NETWORK", "FAILED_NOSHOW", "CANCELLED", "OPEN")
            .get(chance.weighted(0.80, 0.07, 0.04, 0.04, 0.05));
    LocalDateTime answered = asked.plusHours((long) chance.logNormal(30, 0.8));
    boolean late = answered.toLocalDate().isAfter(Submission.AS_OF);
    String status = late ? "OPEN" : drawn;
    boolean completed = status.equals("COMPLETED");
    List<String> acted = List.of("Y", "N", "UNKNOWN");
    return new Row()
        .with("consult_id", id)
        .with("from_site", story.site().id())
        .with("specialty", chance.pick(SPECIALTIES))
        .with("requested_at", asked)
        .with("answered_at", completed ? answered : null)
        .with("mode", chance.happens(0.7) ? "STORE_FORWARD" : "LIVE")
        .with("status", status)
        .with("urgency", chance.happens(0.2) ? "URGENT" : "ROUTINE")
        .with("language", story.site().place().language())
        .with("implemented", completed ? acted.get(chance.weighted(0.7, 0.15, 0.15)) : null);
  }
}
