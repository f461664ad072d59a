package org.tidemark.jobs.generate;

import java.util.List;

/**
 * Money by year at the sites that the programme works with, in US dollars. While it is there it
 * pays for posts and training; afterwards the government pays for them where gains are kept.
 */
final class FundingReport {
  private FundingReport() {}

  /** One row a year, source and category. */
  static void fill(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.FINANCE)) {
      Chance chance = story.chance("funding/" + submission.span().label());
      years(chance, submission, table);
    }
  }

  private static void years(Chance chance, Submission submission, Table table) {
    Site site = submission.site();
    Quarter last = submission.span().last();
    int size = (int) (20_000 * (1 + site.baseline().oncologists()));
    double local = site.level(1, 1.6, last);
    line(chance, submission, table, "GOV SALARY", (int) (size * local));
    line(chance, submission, table, "FEES MEDICINE", size / 2);
    if (site.engaged(last)) {
      line(chance, submission, table, "PROGRAMME SALARY", size);
      line(chance, submission, table, "PROGRAMME TRAINING", size / 3);
    } else if (site.keeps()) {
      line(chance, submission, table, "GOV TRAINING", size / 5);
    }
    if (chance.happens(0.3)) {
      line(chance, submission, table, "DONATION_KIND EQUIPMENT", size);
    }
  }

  private static void line(
      Chance chance, Submission submission, Table table, String what, int budgeted) {
    List<String> parts = List.of(what.split(" "));
    boolean kind = parts.get(0).equals("DONATION_KIND");
    int disbursed = budgeted * chance.between(kind ? 60 : 85, 100) / 100;
    int number = table.rows().size() + 1;
    table.add(
        Row.in(submission)
            .with("funding_id", submission.site().id() + "-F" + number)
            .with("site_id", submission.site().id())
            .with("period", submission.span().label())
            .with("source", parts.get(0))
            .with("category", parts.get(1))
            .with("recurrent", !kind)
            .with("budgeted", budgeted)
            .with("disbursed", disbursed)
            .with("spent", disbursed * chance.between(90, 100) / 100)
            .with("currency", "USD")
            .with("fx_rate_usd", 1)
            .with("valuation_rule", kind ? "REPLACEMENT_PRICE_HALVED" : null));
  }
}
