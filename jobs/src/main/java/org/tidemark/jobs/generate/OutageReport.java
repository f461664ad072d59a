package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Power and internet at the sites that keep a log: hours by month in the last two years, the single
 * outages of the last, and each year how ready a site is for them. A month with a log and without
 * an outage is a true zero; a month without a log is not known.
 */
final class OutageReport {
  private static final List<String> UTILITIES = List.of("POWER", "INTERNET");
  private static final int LOGGED_FROM = 2022;
  private static final int EVENTS_FROM = 2023;
  private static final int READY_FROM = 2020;

  private OutageReport() {}

  /** One row a month and utility. */
  static void months(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.FACILITY)) {
      if (logs(story.site()) && submission.span().year() >= LOGGED_FROM) {
        for (int month = 1; month <= 12; month++) {
          for (String utility : UTILITIES) {
            table.add(row(story, submission, month, utility));
          }
        }
      }
    }
  }

  /** One row an outage. */
  static void events(Story story, Table table) {
    Chance chance = story.chance("outage");
    for (Submission submission : story.yearly(Dataset.FACILITY)) {
      if (logs(story.site()) && submission.span().year() >= EVENTS_FROM) {
        for (int number = 1; number <= 8; number++) {
          LocalDate day = submission.span().start().plusDays(number * 40L + chance.between(0, 30));
          int hours = chance.between(1, 9);
          boolean worked = chance.happens(story.site().level(0.6, 0.85, Quarter.of(day)));
          table.add(
              Row.in(submission)
                  .with("event_id", story.ref("O", number))
                  .with("site_id", story.site().id())
                  .with("utility", number % 3 == 0 ? "INTERNET" : "POWER")
                  .with("start", day.atTime(9, 0))
                  .with("end", day.atTime(9, 0).plusHours(hours))
                  .with("backup_worked", worked)
                  .with("sessions_interrupted", worked ? 0 : chance.between(1, 6)));
        }
      }
    }
  }

  /** One row a year: is the backup tested, how long does the fuel last, how fast is the line. */
  static void infrastructure(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.FACILITY)) {
      if (submission.span().year() >= READY_FROM) {
        Chance chance = story.chance("infra/" + submission.span().label());
        double ready = story.site().level(0.5, 0.85, submission.span().last());
        table.add(
            new Row()
                .with("site_id", story.site().id())
                .with("period", submission.span().label())
                .with("backup_tested", chance.happens(ready))
                .with("fuel_hours", chance.between(6, 60))
                .with("bandwidth_mbps", chance.between(2, 40)));
      }
    }
  }

  private static boolean logs(Site site) {
    return site.extra().contains("MEDICINES");
  }

  private static Row row(Story story, Submission submission, int month, String utility) {
    YearMonth period = YearMonth.of(submission.span().year(), month);
    Chance chance = story.chance("log/" + utility + period);
    boolean kept = chance.happens(0.92);
    int hours = 24 * period.lengthOfMonth();
    int events = chance.poisson(utility.equals("POWER") ? 2.5 : 1.5);
    int out = Math.min(hours, events * chance.between(2, 9));
    double bare = story.site().level(0.5, 0.2, Quarter.of(period.atDay(1)));
    return Row.in(submission)
        .with("site_id", story.site().id())
        .with("period", period)
        .with("utility", utility)
        .with("hours_observed", kept ? hours : null)
        .with("hours_out", kept ? out : null)
        .with("hours_without_backup", kept ? (int) Math.rint(out * bare) : null)
        .with("events", kept ? events : null)
        .with("log_kept", kept);
  }
}
