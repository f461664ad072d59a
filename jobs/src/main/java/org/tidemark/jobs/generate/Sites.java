package org.tidemark.jobs.generate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tidemark.jobs.generate.Site.Baseline;
import org.tidemark.jobs.generate.Site.Facility;
import org.tidemark.jobs.generate.Site.Place;

/**
 * The invented sites: sixteen that the programme works with, in four cohorts of four, and eight to
 * compare them with. Of the two cohorts that it has left, half the sites keep what they gained.
 */
final class Sites {
  /** Column separator of the table below. */
  private static final String BAR = "\\s*[|]\\s*";

  // id, name, admin1, country and languages, area, level type ownership, catchment and year opened,
  // services beyond surgery and chemotherapy, cohort and what becomes of it, other reports, then
  // breast and other cancers a quarter, early share, turnaround, oncologists, share of reports.
  private static final List<Site> ALL =
      """
      ALV|Alvena Teaching Hospital|Alvena|XAA en|Upper Marov|4 TEACHING PUBLIC|2400000 1962|EBRT PATH IHC PAED|1 KEEPS|MEDICINES SCREENING RESEARCH|5 1.3 0.42 11 2.5 0.97
      BRE|Brenhold Regional Hospital|Brenhold|XAA en|Upper Marov|3 GENERAL PUBLIC|900000 1978|PATH|2 KEEPS||4.5 1 0.38 14 1 0.94
      CAL|Calder Bay Cancer Centre|Calder|XAB fr;en|Calder Coast|4 CANCER_CENTRE PNFP|1800000 1991|EBRT BRACHY PATH IHC PAED|1 LOSES|MEDICINES SCREENING RESEARCH|5 1.3 0.43 10 3 0.97
      DOR|Dorrin District Hospital|Dorrin|XAB fr|Calder Coast|2 GENERAL PUBLIC|450000 1985||3 STAYS||4 0.8 0.35 16 0.5 0.93
      ESK|Eskarra Mission Hospital|Eskarra|XAC pt|Inner Vesk|3 GENERAL PNFP|700000 1954|PATH|1 KEEPS|MEDICINES SCREENING|4.5 1 0.36 15 0.8 0.94
      FEN|Fenmark General Hospital|Fenmark|XAC pt|Inner Vesk|3 GENERAL PUBLIC|1100000 1969|PATH|3 STAYS||4.5 1 0.39 13 1.2 0.95
      GAL|Galdor Provincial Hospital|Galdor|XAB fr|Calder Hills|3 GENERAL PUBLIC|850000 1973|PATH|0 SHUT|MEDICINES|5 1 0.39 13 1 0.95
      HOL|Holmer Regional Hospital|Holmer|XAC pt|Outer Vesk|3 GENERAL PUBLIC|780000 1981|PATH|0 -||5 1 0.38 14 0.9 0.93
      ISK|Iskren University Hospital|Iskren|XAA en|Lower Marov|4 TEACHING PUBLIC|1500000 1988|EBRT PATH IHC|4 STAYS|MEDICINES|5 1.2 0.41 11 2 0.96
      JUN|Junabar District Hospital|Junabar|XAA en|Lower Marov|2 GENERAL PUBLIC|380000 1994|PATH|0 -|RESEARCH|4.5 0.8 0.37 14 0.5 0.94
      KEL|Kelvane Hospital|Kelvane|XAB fr;en|Calder Hills|3 GENERAL PRIVATE|520000 2003|PATH|4 STAYS||4.5 1 0.42 12 1.5 0.95
      LOR|Loreth Mission Hospital|Loreth|XAC pt|Outer Vesk|2 GENERAL PNFP|340000 1949||0 -||4.5 0.8 0.34 16 0.4 0.93
      MAR|Maresol Cancer Institute|Maresol|XAD es|North Nerova|4 CANCER_CENTRE PUBLIC|2100000 1979|EBRT BRACHY PATH IHC PAED|1 LOSES|MEDICINES SCREENING RESEARCH|5 1.3 0.45 10 4 0.97
      NOV|Novara Bay Hospital|Novara|XAD es|North Nerova|3 GENERAL PUBLIC|690000 1986|PATH|2 LOSES||4.5 1 0.41 13 1.4 0.95
      ORL|Orlaz Regional Hospital|Orlaz|XAD es|South Nerova|3 GENERAL PUBLIC|740000 1972|PATH|0 -|MEDICINES|5 1 0.42 13 1.2 0.95
      PEL|Pelago Provincial Hospital|Pelago|XAD es|South Nerova|3 GENERAL PUBLIC|610000 1990|PATH IHC|0 -||5 1 0.41 12 1.1 0.95
      QUI|Quillet Hospital|Quillet|XAE fr|East Sundral|3 GENERAL PUBLIC|980000 1966|PATH|2 LOSES|SCREENING|4.5 1 0.36 15 0.7 0.93
      RAV|Ravenel Hospital|Ravenel|XAE fr|East Sundral|2 GENERAL PNFP|410000 1957|PATH|3 STAYS||4 0.8 0.35 15 0.5 0.93
      SOL|Solvane Teaching Hospital|Solvane|XAE fr|West Sundral|4 TEACHING PUBLIC|1700000 1975|EBRT PATH IHC|4 STAYS|RESEARCH|5 1.2 0.38 13 1.6 0.95
      TAR|Tarenne Regional Hospital|Tarenne|XAE fr|West Sundral|3 GENERAL PUBLIC|650000 1983|PATH|0 -||5 1 0.36 15 0.8 0.93
      ULM|Ulmar Regional Hospital|Ulmar|XAF en;pt|Coast of Ilvany|3 GENERAL PUBLIC|830000 1977|PATH|2 KEEPS|MEDICINES SCREENING|4.5 1 0.39 14 1.1 0.94
      VEL|Velda District Hospital|Velda|XAF en|Coast of Ilvany|2 GENERAL PUBLIC|470000 1992|PATH|3 STAYS||4.5 0.8 0.36 15 0.6 0.94
      WYN|Wynter Memorial Hospital|Wynter|XAF en|Ilvany Highlands|3 GENERAL PNFP|560000 1961|PATH|4 STAYS||4.5 1 0.37 14 1 0.94
      XAN|Xanor District Hospital|Xanor|XAF en|Ilvany Highlands|2 GENERAL PUBLIC|330000 1996|PATH|0 CLOSES||4.5 0.8 0.36 15 0.4 0.92
      """
          .lines()
          .map(Sites::site)
          .toList();

  private Sites() {}

  /** The first so many sites; beyond the list the same kinds of site come again under other ids. */
  static List<Site> first(int count) {
    return IntStream.range(0, count).mapToObj(Sites::at).toList();
  }

  /** World Bank group of an invented country. */
  static String income(String country) {
    return switch (country) {
      case "XAC", "XAE" -> "LIC";
      case "XAD" -> "UMIC";
      default -> "LMIC";
    };
  }

  private static Site at(int index) {
    Site kind = ALL.get(index % ALL.size());
    int round = index / ALL.size();
    return round == 0 ? kind : again(kind, round + 1);
  }

  private static Site again(Site kind, int round) {
    Place place = kind.place();
    String name = String.format(Locale.ROOT, "%s %d", place.name(), round);
    return new Site(
        kind.id() + round,
        new Place(
            name, place.country(), place.admin1(), place.area(), place.income(), place.languages()),
        kind.facility(),
        kind.services(),
        kind.begins(),
        kind.leaves(),
        kind.keeps(),
        kind.shut(),
        kind.closed(),
        kind.extra(),
        kind.baseline());
  }

  private static Site site(String line) {
    String[] cells = line.split(BAR, -1);
    String[] country = cells[3].split(" ");
    String[] fate = cells[8].split(" ");
    int cohort = Integer.parseInt(fate[0]);
    return new Site(
        cells[0],
        new Place(cells[1], country[0], cells[2], cells[4], income(country[0]), country[1]),
        facility(cells[5].split(" "), cells[6].split(" ")),
        List.of(("SURG SACT PALL REG " + cells[7]).strip().split(" ")),
        begins(cohort),
        leaves(cohort),
        fate[1].equals("KEEPS"),
        fate[1].equals("SHUT") ? Optional.of(new Quarter(2019, 2)) : Optional.empty(),
        fate[1].equals("CLOSES") ? Optional.of(new Quarter(2022, 3)) : Optional.empty(),
        List.of(cells[9].split(" ")),
        baseline(cells[10].split(" ")));
  }

  private static Optional<Quarter> begins(int cohort) {
    return switch (cohort) {
      case 1 -> Optional.of(new Quarter(2017, 3));
      case 2 -> Optional.of(new Quarter(2018, 3));
      case 3 -> Optional.of(new Quarter(2019, 4));
      case 4 -> Optional.of(new Quarter(2021, 1));
      default -> Optional.empty();
    };
  }

  private static Optional<Quarter> leaves(int cohort) {
    return switch (cohort) {
      case 1 -> Optional.of(new Quarter(2020, 4));
      case 2 -> Optional.of(new Quarter(2021, 3));
      default -> Optional.empty();
    };
  }

  private static Facility facility(String[] kind, String[] figures) {
    return new Facility(
        kind[0], kind[1], kind[2], Integer.parseInt(figures[0]), Integer.parseInt(figures[1]));
  }

  private static Baseline baseline(String[] figures) {
    double[] value = List.of(figures).stream().mapToDouble(Double::parseDouble).toArray();
    return new Baseline(value[0], value[1], value[2], value[3], value[4], value[5]);
  }
}
