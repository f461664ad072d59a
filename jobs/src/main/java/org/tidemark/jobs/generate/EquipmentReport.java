package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines: looked at on the last day of every other year, and the hours they stood still. What a
 * site has follows from what it offers.
 */
final class EquipmentReport {
  private static final List<Integer> CENSUS = List.of(2017, 2019, 2021, 2023);
  private static final List<String> CAUSES =
      List.of("POWER", "PARTS", "COOLING", "SOFTWARE", "CONSUMABLE", "STAFF", "VACUUM", "MLC");

  private record Machine(String id, String kind, LocalDate installed, boolean donated, int hours) {
    boolean large() {
      return List.of("MV_LINAC", "CT", "CT_SIM", "BRACHY").contains(kind);
    }
  }

  private EquipmentReport() {}

  /** One row a machine and census. */
  static void census(Story story, Table table) {
    for (Machine machine : machines(story)) {
      Chance chance = Chance.of(story.seed(), "census/" + machine.id());
      int service = machine.installed().getYear() + chance.between(2, 9);
      for (int year : CENSUS) {
        LocalDate day = LocalDate.of(year, 12, 31);
        String status = status(chance, story.site(), machine, day);
        if (machine.installed().isBefore(day)) {
          story
              .on(Dataset.FACILITY, day)
              .ifPresent(
                  s ->
                      table.add(
                          row(machine, story.site(), day, service)
                              .with("status", status)
                              .with("submission_id", s.id())));
        }
      }
    }
  }

  /** One row a standstill; the last of one machine has not ended. */
  static void downtime(Story story, Table table) {
    for (Machine machine : machines(story)) {
      Chance chance = Chance.of(story.seed(), "downtime/" + machine.id());
      for (Submission submission : story.yearly(Dataset.FACILITY)) {
        int year = submission.span().year();
        double mean =
            (machine.large() ? 2.2 : 0.25)
                * (1 - 0.4 * story.site().progress(submission.span().end()));
        int count = machine.installed().getYear() < year ? chance.poisson(mean) : 0;
        for (int number = 1; number <= count; number++) {
          table.add(standstill(chance, machine, submission, number, number * 360 / (count + 1)));
        }
      }
    }
  }

  private static Row row(Machine machine, Site site, LocalDate day, int service) {
    return new Row()
        .with("equipment_id", machine.id())
        .with("site_id", site.id())
        .with("class", machine.kind())
        .with("installed", machine.installed())
        .with("source", machine.donated() ? "DONATION" : "PURCHASE")
        .with("donor", machine.donated() ? "FRIENDS_FUND" : null)
        .with("service_until", machine.large() ? LocalDate.of(service, 6, 30) : null)
        .with("status_date", day)
        .with("scheduled_hours_month", machine.hours());
  }

  private static String status(Chance chance, Site site, Machine machine, LocalDate day) {
    double good = site.level(machine.donated() ? 0.72 : 0.84, 0.94, Quarter.of(day));
    double rest = 1 - good;
    return List.of("IN_USE", "DOWN", "WORKING_UNUSED", "UNKNOWN")
        .get(chance.weighted(good, rest * 0.5, rest * 0.3, rest * 0.2));
  }

  /** No two of a machine overlap: they begin in parts of the year of their own. */
  private static Row standstill(
      Chance chance, Machine machine, Submission submission, int number, int day) {
    boolean planned = chance.happens(0.2);
    int hours = planned ? 8 : (int) Math.max(1, chance.logNormal(20, 1.1));
    LocalDate from = submission.span().start().plusDays(day);
    boolean open = machine.id().equals("CAL-Q2") && submission.span().year() == 2023 && number == 1;
    int end = Math.min(hours, 14 * 24);
    return Row.in(submission)
        .with("event_id", machine.id() + "-" + (100 * submission.span().year() + number))
        .with("equipment_id", machine.id())
        .with("start", from.atTime(8, 0))
        .with("end", open ? null : from.atTime(8, 0).plusHours(end))
        .with("planned", planned)
        .with("cause", planned ? null : chance.pick(CAUSES))
        .with("patients_affected", machine.large() ? chance.between(0, 18) : 0);
  }

  private static List<Machine> machines(Story story) {
    Chance chance = story.chance("machines");
    List<Machine> machines = new ArrayList<>();
    for (String kind : kinds(story.site())) {
      int number = machines.size() + 1;
      LocalDate installed = LocalDate.of(chance.between(2006, 2017), chance.between(1, 12), 15);
      boolean donated = chance.happens(0.4);
      int hours = kind.equals("MV_LINAC") ? 200 : 176;
      machines.add(new Machine(story.ref("Q", number), kind, installed, donated, hours));
    }
    return machines;
  }

  private static List<String> kinds(Site site) {
    List<String> kinds = new ArrayList<>(List.of("US"));
    if (site.offers("EBRT")) {
      kinds.addAll(List.of("MV_LINAC", "CT_SIM", "CT"));
    }
    if (site.offers("BRACHY")) {
      kinds.add("BRACHY");
    }
    if (site.offers("PATH")) {
      kinds.add("MICROTOME");
    }
    if (site.offers("IHC")) {
      kinds.add("IHC_STAINER");
    }
    if (site.facility().level().equals("4")) {
      kinds.add("MAMMO");
    }
    return kinds;
  }
}
