package org.tidemark.jobs.generate;

import java.io.IOException;

/** A registry case as a line of the shared table {@code tumour}, in the order of its columns. */
final class CaseLine {
  /** Stage in the terms of Essential TNM, as the European network codes the scheme. */
  private static final String SCHEME = "esS";

  private static final String[] OTHER_CAUSES = {"I219", "I64", "J449", "E149"};

  private CaseLine() {}

  static void write(int number, RegistryCase tumour, Days days, Lines lines) throws IOException {
    person(number, tumour, days, lines);
    disease(tumour, lines);
    stage(tumour.stage(), lines);
    followUp(number, tumour, days, lines);
    lines.cell(Registry.AREAS.get(tumour.area())).end();
  }

  private static void person(int number, RegistryCase tumour, Days days, Lines lines) {
    lines
        .cell("synthetic")
        .cell('P', number)
        .cell('T', number)
        .cell(tumour.sex())
        .cell(days.text(tumour.birth()))
        .cell(days.yearsBetween(tumour.birth(), tumour.incidence()))
        .cell(tumour.incidence() - tumour.birth())
        .cell(days.text(tumour.incidence()));
  }

  private static void disease(RegistryCase tumour, Lines lines) {
    lines
        .cell(tumour.topography())
        .cell(tumour.cancer().morphology(tumour.verified()))
        .cell(3)
        .cell(9)
        .cell(tumour.basis())
        .cell("iacr")
        .cell(tumour.side());
  }

  private static void stage(int stage, Lines lines) {
    if (stage == 0) {
      lines.missing().missing().missing().missing().missing();
    } else if (stage == 9) {
      lines.cell(9).cell(SCHEME).missing().missing().missing();
    } else {
      lines.cell(stage).cell(SCHEME).cell(stage).cell(stage >= 3 ? 1 : 0).cell(stage == 4 ? 1 : 0);
    }
  }

  private static void followUp(int number, RegistryCase tumour, Days days, Lines lines) {
    lines.cell(tumour.vital()).cell(days.text(tumour.lastContact()));
    if (tumour.vital() != 2) {
      lines.missing().missing();
      return;
    }
    String cause = tumour.cancer().cause(tumour.topography());
    lines.cell(tumour.ofCancer() ? cause : OTHER_CAUSES[number % OTHER_CAUSES.length]).cell("10");
  }
}
