package org.tidemark.jobs.generate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tidemark.jobs.generate.Site.Baseline;
import org.tidemark.jobs.generate.Site.Facility;
import org.tidemark.jobs.generate.Site.Place;

/** The invented sites: six that the programme works with, in turn, and two to compare them with. */
final class Sites {
  /** No pathology service. */
  private static final String PLAIN = "SURG SACT PALL REG";

  private static final String LABORATORY = "SURG SACT PATH PALL REG";
  private static final String FULL = "SURG SACT EBRT PATH IHC PALL REG";

  private static final List<Site> EIGHT =
      List.of(
          site(
              "ALV",
              new Place("Alvena Teaching Hospital", "XAA", "Alvena", "Upper Marov", "LMIC", "en"),
              new Facility("4", "TEACHING", "PUBLIC", 2_400_000, 1962),
              FULL,
              new Quarter(2021, 3),
              new Baseline(26, 24, 0.40, 10, 2.5, 0.95)),
          site(
              "BRE",
              new Place(
                  "Brenhold Regional Hospital", "XAA", "Brenhold", "Upper Marov", "LMIC", "en"),
              new Facility("3", "GENERAL", "PUBLIC", 900_000, 1978),
              LABORATORY,
              new Quarter(2021, 4),
              new Baseline(20, 20, 0.37, 13, 1.0, 0.90)),
          site(
              "CAL",
              new Place(
                  "Calder Bay Cancer Centre", "XAB", "Calder", "Calder Coast", "LMIC", "en;fr"),
              new Facility("4", "CANCER_CENTRE", "PNFP", 1_800_000, 1991),
              FULL,
              new Quarter(2022, 1),
              new Baseline(28, 26, 0.41, 9, 3.0, 0.96)),
          site(
              "DOR",
              new Place("Dorrin District Hospital", "XAB", "Dorrin", "Calder Coast", "LMIC", "fr"),
              new Facility("2", "GENERAL", "PUBLIC", 450_000, 1985),
              PLAIN,
              new Quarter(2022, 1),
              new Baseline(14, 15, 0.34, 16, 0.5, 0.85)),
          site(
              "ESK",
              new Place("Eskarra Mission Hospital", "XAC", "Eskarra", "Inner Vesk", "LIC", "pt"),
              new Facility("3", "GENERAL", "PNFP", 700_000, 1954),
              LABORATORY,
              new Quarter(2022, 2),
              new Baseline(18, 18, 0.35, 15, 0.8, 0.86)),
          site(
              "FEN",
              new Place("Fenmark General Hospital", "XAC", "Fenmark", "Inner Vesk", "LIC", "pt;es"),
              new Facility("3", "GENERAL", "PUBLIC", 1_100_000, 1969),
              LABORATORY,
              new Quarter(2022, 3),
              new Baseline(20, 19, 0.38, 12, 1.2, 0.92)),
          site(
              "GAL",
              new Place(
                  "Galdor Provincial Hospital", "XAB", "Galdor", "Calder Coast", "LMIC", "fr"),
              new Facility("3", "GENERAL", "PUBLIC", 850_000, 1973),
              LABORATORY,
              null,
              new Baseline(27, 20, 0.38, 12, 1.0, 0.90)),
          site(
              "HOL",
              new Place("Holmer Regional Hospital", "XAC", "Holmer", "Inner Vesk", "LIC", "pt"),
              new Facility("3", "GENERAL", "PUBLIC", 780_000, 1981),
              LABORATORY,
              null,
              new Baseline(25, 17, 0.37, 13, 0.9, 0.84)));

  private Sites() {}

  /** The first so many sites; beyond eight the same kinds of site come again under other ids. */
  static List<Site> first(int count) {
    return IntStream.range(0, count).mapToObj(Sites::at).toList();
  }

  private static Site at(int index) {
    Site kind = EIGHT.get(index % EIGHT.size());
    int round = index / EIGHT.size();
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
        kind.intensive(),
        kind.closed(),
        kind.baseline());
  }

  private static Site site(
      String id,
      Place place,
      Facility facility,
      String services,
      Quarter intensive,
      Baseline baseline) {
    // A flood: nothing was done and nothing was owed.
    Optional<Quarter> closed =
        id.equals("GAL") ? Optional.of(new Quarter(2022, 2)) : Optional.empty();
    return new Site(
        id,
        place,
        facility,
        List.of(services.split(" ")),
        Optional.ofNullable(intensive),
        closed,
        baseline);
  }
}
