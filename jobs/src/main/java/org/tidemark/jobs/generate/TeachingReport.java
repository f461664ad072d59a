package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;

/** Teaching at the sites: events by whose hours, and volunteers who come for some weeks. */
final class TeachingReport {
  private static final List<String> TOPICS =
      List.of("CHEMOTHERAPY_SAFETY", "PALLIATIVE_CARE", "BREAST_PATHOLOGY", "STAGING", "SURGERY");

  private TeachingReport() {}

  /** Two events a year where the programme works, one elsewhere; local staff teach ever more. */
  static void events(Story story, Table table) {
    Site site = story.site();
    for (Submission submission : story.yearly(Dataset.TRAINING)) {
      Chance chance = story.chance("teaching/" + submission.span().label());
      Quarter last = submission.span().last();
      int count = site.engaged(last) ? 2 : chance.between(0, 1);
      for (int number = 1; number <= count; number++) {
        int hours = chance.between(2, 8) * 3;
        double local = site.level(0.25, 0.7, last) + (site.leaves().isPresent() ? 0.1 : 0);
        boolean alone = site.treated() && !site.engaged(last) && site.progress(last) > 0;
        table.add(
            Row.in(submission)
                .with("event_id", story.ref("K", 10 * submission.span().year() + number))
                .with("site_id", site.id())
                .with("date", submission.span().start().plusDays(chance.between(10, 350)))
                .with("topic", chance.pick(TOPICS))
                .with("hours_total", hours)
                .with("hours_local", alone ? hours : (int) Math.rint(hours * local))
                .with("language", site.place().language()));
      }
    }
  }

  /** One volunteer a year at each site where the programme works. */
  static void assignments(Story story, Table table) {
    Site site = story.site();
    for (Submission submission : story.yearly(Dataset.TRAINING)) {
      Chance chance = story.chance("assignment/" + submission.span().label());
      LocalDate start = submission.span().start().plusDays(chance.between(20, 320));
      if (site.engaged(Quarter.of(start))) {
        int days = chance.between(6, 27);
        int hours = days * chance.between(1, 3);
        boolean remote = chance.happens(0.2);
        table.add(
            Row.in(submission)
                .with("assignment_id", story.ref("A", submission.span().year()))
                .with("volunteer_ref", "V" + chance.between(1, 40))
                .with("site_id", site.id())
                .with("specialty", chance.pick(List.of("PATHOLOGY", "SURGERY", "NURSING", "RT")))
                .with("modality", remote ? "REMOTE" : "ONSITE")
                .with("start", start)
                .with("end", start.plusDays(days))
                .with("teaching_hours", hours)
                .with("clinical_hours", remote ? 0 : days * 2)
                .with("teaching_hours_local", hours / 3));
      }
    }
  }
}
