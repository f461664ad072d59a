package org.tidemark.jobs.generate;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Medicines by month, with the report of the quarter. A stock's months follow on from each other
 * also where a report never arrived; a month without a day out of stock is a true zero.
 */
final class StockReport {
  private static final List<YearMonth> MONTHS =
      IntStream.range(0, 36).mapToObj(YearMonth.of(2021, 1)::plusMonths).toList();

  /** Share of months in which a medicine runs out without the programme. */
  private static final double OUT = 0.42;

  private static final List<Medicine> MEDICINES =
      List.of(
          new Medicine("L02BA01-20MG-TAB", "tamoxifen", "tablet", 900, "0.06"),
          new Medicine("L01DB01-50MG-INJ", "doxorubicin", "vial", 60, "4.10"),
          new Medicine("N02AA01-10MG-TAB", "morphine", "tablet", 600, "0.09"));

  /** A medicine that every site keeps; demand is units a month. */
  private record Medicine(String code, String inn, String unit, int demand, String price) {}

  /** What went in and out in a month. */
  private record Flow(int daysOut, int opening, int received, int issued, int wasted) {
    int closing() {
      return opening + received - issued - wasted;
    }
  }

  private StockReport() {}

  /** One row a month and medicine. */
  static void fill(Story story, Table table) {
    for (Medicine medicine : MEDICINES) {
      Chance chance = story.chance("stock/" + medicine.code());
      int opening = medicine.demand();
      for (YearMonth month : MONTHS) {
        Flow flow = flow(chance, story.site(), medicine, month, opening);
        opening = flow.closing();
        story
            .on(Dataset.MEDICINES, month.atEndOfMonth())
            .ifPresent(submission -> table.add(row(submission, medicine, month, flow)));
      }
    }
  }

  private static Flow flow(
      Chance chance, Site site, Medicine medicine, YearMonth month, int opening) {
    double share = OUT + Effect.STOCK_OUT.of(site, Quarter.of(month.atEndOfMonth()));
    boolean out = chance.happens(share);
    int daysOut = chance.between(3, 24);
    int received = medicine.demand() * chance.between(85, 110) / 100;
    int wasted = chance.happens(0.08) ? (opening + received) / 40 : 0;
    int available = opening + received - wasted;
    int wanted = medicine.demand() * chance.between(85, 115) / 100;
    int issued = out ? available : Math.min(wanted, available - available / 10);
    return new Flow(out ? daysOut : 0, opening, received, issued, wasted);
  }

  /** What was counted in the store: in one month of one site not what the ledger says. */
  private static int counted(Submission submission, Medicine medicine, YearMonth month, Flow flow) {
    boolean off =
        submission.site().id().equals("GAL")
            && medicine == MEDICINES.get(1)
            && month.equals(YearMonth.of(2022, 5));
    return flow.closing() + (off ? 7 : 0);
  }

  private static Row row(Submission submission, Medicine medicine, YearMonth month, Flow flow) {
    return Row.in(submission)
        .with("site_id", submission.site().id())
        .with("period", month)
        .with("medicine_code", medicine.code())
        .with("inn", medicine.inn())
        .with("on_site_list", true)
        .with("days_observed", month.lengthOfMonth())
        .with("days_out", flow.daysOut())
        .with("opening", flow.opening())
        .with("received", flow.received())
        .with("issued", flow.issued())
        .with("wasted", flow.wasted())
        .with("closing", counted(submission, medicine, month, flow))
        .with("unit", medicine.unit())
        .with("unit_price", new BigDecimal(medicine.price()))
        .with("currency", "USD")
        .with("source", "CENTRAL");
  }
}
