package org.tidemark.jobs.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What no site reports: the kinds of report, countries and their plans, medicines, publications,
 * meetings and partnerships.
 */
final class OfficeReports {
  /** An invented country of high income, where some rotations go. */
  static final String RICH = "XZZ";

  private static final List<String> ELEMENTS =
      List.of("PREVENTION", "DIAGNOSIS", "TREATMENT", "PALLIATION", "SURVEILLANCE", "FINANCING");
  private static final List<String> STAGES =
      List.of("NONE", "DRAFT", "ADOPTED", "COSTED", "FUNDED", "IMPLEMENTED");

  /** Code, name, core list, tracer, reference price, milligrams of morphine a unit. */
  private static final List<String> MEDICINES =
      List.of(
          "L02BA01-20MG-TAB tamoxifen true true 0.05 ",
          "L01DB01-50MG-INJ doxorubicin true true 3.20 ",
          "N02AA01-10MG-TAB morphine true true 0.05 10",
          "L01CD01-100MG-INJ paclitaxel false false 5.00 ",
          "L01XC03-440MG-INJ trastuzumab false false 320 ");

  private OfficeReports() {}

  /** One table each. */
  static List<Table> all(long seed, List<Site> sites) {
    List<String> countries = sites.stream().map(s -> s.place().country()).distinct().toList();
    return List.of(
        datasets(),
        contexts(seed, countries),
        milestones(seed, sites, countries),
        medicines(seed, countries),
        outputs(seed, sites),
        meetings(seed, sites),
        partnerships(seed, countries));
  }

  private static Table datasets() {
    Table table = Table.of("dataset");
    for (Dataset dataset : Dataset.values()) {
      table.add(
          new Row()
              .with("dataset", dataset)
              .with("timely_days", dataset.timelyDays())
              .with("period_type", dataset.periodType())
              .with("tables", String.join(";", dataset.tables())));
    }
    return table;
  }

  private static Table contexts(long seed, List<String> countries) {
    Table table = Table.of("country_context");
    for (String country : countries) {
      Chance chance = Chance.of(seed, "context/" + country);
      int people = 1000 * chance.between(4_000, 30_000);
      int vaccinated = chance.between(0, 45);
      for (int year : Quarter.YEARS) {
        table.add(context(country, year, "POPULATION").with("value", people));
        table.add(context(country, year, "CANCER_DEATHS").with("value", people / 1_400));
        if (year >= 2019) {
          table.add(context(country, year, "HPV_COVERAGE").with("value", vaccinated));
        }
        people += people / 45;
        vaccinated = Math.min(95, vaccinated + chance.between(0, 6));
      }
      table.add(context(country, 2023, "INCOME_GROUP").with("text", Sites.income(country)));
    }
    table.add(context(RICH, 2023, "INCOME_GROUP").with("text", "HIC"));
    return table;
  }

  private static Row context(String country, int year, String item) {
    return new Row()
        .with("country", country)
        .with("year", year)
        .with("item", item)
        .with("source", "INVENTED");
  }

  private static Table milestones(long seed, List<Site> sites, List<String> countries) {
    Table table = Table.of("policy_milestone");
    for (String country : countries) {
      Chance chance = Chance.of(seed, "policy/" + country);
      for (String element : ELEMENTS) {
        table.add(milestone(chance, table, country, "NCCP", element, 100_000));
      }
      table.add(milestone(chance, table, country, "EML", "LIST", 0));
      table.add(milestone(chance, table, country, "BENEFIT", "CHILDHOOD", 250_000));
      table.add(milestone(chance, table, country, "SCREENING", "CERV_HPV", 400_000));
      table.add(milestone(chance, table, country, "REGISTRY_LAW", "NOTIFICATION", 0));
    }
    for (Site site : sites) {
      Chance chance = Chance.of(seed, "protocol/" + site.id());
      if (site.treated()) {
        String country = site.place().country();
        for (String cancer : List.of("C50", "C53")) {
          table.add(
              milestone(chance, table, country, "PROTOCOL", cancer, 0).with("site_id", site.id()));
        }
      }
    }
    return table;
  }

  private static Row milestone(
      Chance chance, Table table, String country, String instrument, String element, int cost) {
    LocalDate planned = LocalDate.of(2017, 1, 1).plusDays(chance.between(0, 2700));
    LocalDate achieved = planned.plusDays(chance.between(-120, 500));
    boolean done = chance.happens(0.7) && !achieved.isAfter(Submission.AS_OF);
    int whole = cost * chance.between(5, 20);
    return new Row()
        .with("milestone_id", country + "-N" + (table.rows().size() + 1))
        .with("country", country)
        .with("instrument", instrument)
        .with("element", element)
        .with("stage", STAGES.get(done ? chance.between(2, 5) : chance.between(0, 1)))
        .with("planned_date", planned)
        .with("achieved_date", done ? achieved : null)
        .with("cost", whole > 0 ? whole : null)
        .with("funded", whole > 0 ? whole / 100 * chance.between(10, 90) : null)
        .with("currency", whole > 0 ? "USD" : null);
  }

  private static Table medicines(long seed, List<String> countries) {
    Table table = Table.of("medicine_master");
    for (String country : countries) {
      Chance chance = Chance.of(seed, "medicines/" + country);
      for (String medicine : MEDICINES) {
        String[] part = medicine.split(" ", -1);
        boolean core = Boolean.parseBoolean(part[2]);
        table.add(
            new Row()
                .with("medicine_code", part[0])
                .with("country", country)
                .with("inn", part[1])
                .with("who_eml_edition", "2023")
                .with("core", core)
                .with("national_eml", chance.happens(core ? 0.95 : 0.5))
                .with("tracer", Boolean.parseBoolean(part[3]))
                .with("reference_price", new BigDecimal(part[4]))
                .with("reference_source", "INVENTED 2022")
                .with("morphine_mg", part[5].isEmpty() ? null : Integer.valueOf(part[5])));
      }
    }
    return table;
  }

  /** Local first authors become more common over the years. */
  private static Table outputs(long seed, List<Site> sites) {
    Table table = Table.of("knowledge_output");
    Chance chance = Chance.of(seed, "outputs");
    for (int year : Quarter.YEARS) {
      for (int number = 1; number <= 6; number++) {
        Site site = chance.pick(sites);
        String country = site.place().country();
        int authors = chance.between(4, 14);
        double local = 0.3 + 0.05 * (year - 2016);
        String type = chance.pick(List.of("ARTICLE", "ARTICLE", "ABSTRACT", "POSTER", "GUIDELINE"));
        table.add(
            new Row()
                .with("output_id", "B" + year + "-" + number)
                .with("type", type)
                .with("doi", type.equals("ARTICLE") ? "10.99999/t." + year + "." + number : null)
                .with("date", LocalDate.of(year, 2 * number, 15))
                .with("first_author_country", chance.happens(local) ? country : RICH)
                .with("last_author_country", chance.happens(local - 0.1) ? country : RICH)
                .with("n_authors", authors)
                .with("n_local_authors", chance.between(1, authors))
                .with("sites", site.id()));
      }
    }
    return table;
  }

  private static Table meetings(long seed, List<Site> sites) {
    Table table = Table.of("knowledge_event");
    Chance chance = Chance.of(seed, "events");
    for (Quarter quarter : Quarter.REPORTED.subList(8, Quarter.REPORTED.size())) {
      String attended =
          sites.stream()
              .filter(site -> site.engaged(quarter))
              .map(site -> site.id() + ":" + chance.between(0, 6))
              .collect(Collectors.joining(";"));
      table.add(
          new Row()
              .with("event_id", "G" + quarter.label())
              .with("type", chance.pick(List.of("WEBINAR", "FORUM", "JOURNAL_CLUB", "CONFERENCE")))
              .with("date", quarter.start().plusDays(chance.between(5, 80)))
              .with("hours", chance.between(1, 6))
              .with("attendees_by_site", attended)
              .with("language", chance.pick(List.of("en", "fr", "pt", "es"))));
    }
    return table;
  }

  /** One a country with the next one, and one with the rich country. */
  private static Table partnerships(long seed, List<String> countries) {
    Table table = Table.of("partnership");
    for (int i = 0; i < countries.size(); i++) {
      String next = countries.get((i + 1) % countries.size());
      for (String other : List.of(next, RICH)) {
        Chance chance = Chance.of(seed, "partnership/" + countries.get(i) + other);
        LocalDate start = LocalDate.of(2016, 1, 1).plusDays(chance.between(0, 2000));
        boolean over = chance.happens(0.3);
        table.add(
            new Row()
                .with("partnership_id", countries.get(i) + "-" + other)
                .with("org_a", "SOCIETY_" + countries.get(i))
                .with("org_b", "SOCIETY_" + other)
                .with("country_a", countries.get(i))
                .with("country_b", other)
                .with("start", start)
                .with("end", over ? start.plusDays(700) : null)
                .with("activity_last_12m", !over && chance.happens(0.75)));
      }
    }
    return table;
  }
}
