package org.tidemark.jobs.generate;

import java.util.List;

/**
 * The cancers of the invented registry. Shares, ages, stages and survival are round figures in the
 * range that population registries publish; none is any registry's.
 */
enum Cancer {
  BREAST(15, "C501 C502 C504 C508 C509", 8500, 8000, 0.99, 60, 13, "35 33 18 14", "98 90 70 28"),
  PROSTATE(13, "C619", 8140, 8000, 0, 70, 9, "30 35 15 20", "99 98 92 35"),
  LUNG(12, "C340 C341 C343 C349", 8140, 8000, 0.35, 68, 10, "15 8 27 50", "60 38 18 4"),
  COLON(9, "C180 C182 C184 C187 C189", 8140, 8000, 0.48, 69, 12, "18 28 28 26", "94 85 65 14"),
  RECTUM(5, "C199 C209", 8140, 8000, 0.4, 67, 12, "22 24 32 22", "93 82 66 15"),
  STOMACH(4, "C160 C163 C169", 8144, 8000, 0.38, 69, 12, "18 15 27 40", "75 50 28 5"),
  LIVER(3, "C220", 8170, 8000, 0.28, 66, 12, "25 20 25 30", "45 30 12 4"),
  PANCREAS(3.5, "C250 C251 C259", 8140, 8000, 0.48, 70, 11, "10 22 14 54", "35 18 6 2"),
  MELANOMA(3.5, "C443 C445 C446 C447", 8720, 8720, 0.5, 59, 16, "62 20 12 6", "99 85 65 25"),
  BLADDER(4, "C670 C672 C679", 8130, 8000, 0.24, 71, 11, "45 25 14 16", "92 70 45 12"),
  KIDNEY(3, "C649", 8312, 8000, 0.37, 64, 12, "52 11 17 20", "95 85 65 14"),
  CERVIX(3, "C530 C531 C539", 8070, 8000, 1, 51, 14, "42 22 22 14", "93 72 48 18"),
  UTERUS(4, "C541 C549", 8380, 8000, 1, 64, 11, "68 9 14 9", "96 78 55 20"),
  OVARY(2.5, "C569", 8441, 8000, 1, 61, 14, "25 10 40 25", "92 70 38 18"),
  THYROID(3, "C739", 8260, 8000, 0.76, 50, 16, "66 14 12 8", "99 99 97 60"),
  MOUTH(3, "C021 C029 C060 C069", 8070, 8000, 0.34, 61, 12, "28 18 16 38", "82 68 54 34"),
  BRAIN(2, "C711 C712 C719", 9440, 8000, 0.43, 60, 17, "", "24"),
  LYMPHOMA(4, "C770 C774 C778 C779", 9680, 9590, 0.45, 63, 16, "25 19 20 36", "84 78 70 58"),
  LEUKAEMIA(3, "C421", 9861, 9800, 0.43, 58, 22, "", "45"),
  UNKNOWN_PRIMARY(2, "C809", 8010, 8000, 0.48, 72, 12, "", "14");

  private static final double[] SHARES = shares();

  private final double weight;
  private final List<String> topographies;
  private final int morphology;
  private final int unspecified;
  private final double female;
  private final int meanAge;
  private final int spread;
  private final double[] stages;
  private final double[] survival;

  Cancer(
      double weight,
      String topographies,
      int morphology,
      int unspecified,
      double female,
      int meanAge,
      int spread,
      String stages,
      String survival) {
    this.weight = weight;
    this.topographies = List.of(topographies.split(" "));
    this.morphology = morphology;
    this.unspecified = unspecified;
    this.female = female;
    this.meanAge = meanAge;
    this.spread = spread;
    this.stages = percents(stages);
    this.survival = percents(survival);
  }

  /** A cancer, each as likely as its share of all. */
  static Cancer draw(Chance chance) {
    return values()[chance.weighted(SHARES)];
  }

  String topography(Chance chance) {
    return chance.pick(topographies);
  }

  /** ICD-O-3 morphology: specific where a specimen was read, else the unspecified code. */
  int morphology(boolean verified) {
    return verified ? morphology : unspecified;
  }

  /** 1 male, 2 female. */
  int sex(Chance chance) {
    return chance.happens(female) ? 2 : 1;
  }

  /** Age at diagnosis in years, from 0 to 99. */
  double age(Chance chance) {
    return Math.min(99.9, Math.abs(meanAge + spread * chance.normal()));
  }

  boolean staged() {
    return stages.length > 0;
  }

  /** Stage 1 to 4, or 0 where the cancer has none. */
  int stage(Chance chance) {
    return staged() ? 1 + chance.weighted(stages) : 0;
  }

  /**
   * Excess hazard a year, constant over follow-up: minus the logarithm of 5-year survival over 5.
   */
  double excess(int stage) {
    return -StrictMath.log(survival[Math.max(stage, 1) - 1]) / 5;
  }

  /** Of two sides. */
  boolean paired() {
    return this == BREAST || this == LUNG || this == KIDNEY || this == OVARY;
  }

  /** Cause of death by it, ICD-10. */
  String cause(String topography) {
    return switch (this) {
      case MELANOMA -> "C439";
      case LYMPHOMA -> "C859";
      case LEUKAEMIA -> "C959";
      default -> topography;
    };
  }

  private static double[] percents(String text) {
    return text.isEmpty()
        ? new double[0]
        : List.of(text.split(" ")).stream().mapToDouble(t -> Integer.parseInt(t) / 100.0).toArray();
  }

  private static double[] shares() {
    double total = 0;
    for (Cancer cancer : values()) {
      total += cancer.weight;
    }
    double[] shares = new double[values().length];
    for (Cancer cancer : values()) {
      shares[cancer.ordinal()] = cancer.weight / total;
    }
    return shares;
  }
}
