package org.tidemark.evaluate;

import org.tidemark.stats.panel.Wald;

/** How effects on staggered panels are told: of starting with the programme, or of its leaving. */
enum StaggeredWords {
  /** From the start of treatment on. */
  STARTING,
  /** From the exit on, of sites that were treated before. */
  LEAVING;

  private boolean starts() {
    return this == STARTING;
  }

  /** The name of the method. */
  String method() {
    return starts() ? "callaway-santanna" : "leaving-callaway-santanna";
  }

  /** Words about starts, as they are said of the event. */
  String of(String aboutStarts) {
    return starts() ? aboutStarts : "leaving: " + event(aboutStarts);
  }

  /** The same where the row says already what it is about. */
  String event(String aboutStarts) {
    return starts() ? aboutStarts : aboutStarts.replace("the start", "the exit");
  }

  /** The figure that answers the question. */
  String mean() {
    return of("mean of the cohorts' effects");
  }

  /** The figure by event time. */
  String since() {
    return of("effect by periods since the start");
  }

  /** What a higher or lower figure is compared with. */
  String than() {
    return starts() ? "without the programme" : "had the programme stayed";
  }

  String controls(boolean later) {
    if (starts()) {
      return later ? "not-yet-treated sites" : "never-treated sites";
    }
    return later ? "sites still in the programme" : "sites that it never left";
  }

  String nobody() {
    return starts()
        ? "no engaged site has a figure"
        : "the programme left no site that it had treated for a year";
  }

  String nobodyElse() {
    return starts()
        ? "no never-treated site: nothing is told from the last start on"
        : "every site was left: nothing is told from the last exit on";
  }

  String always() {
    return starts()
        ? " sites left out that were treated before or from the first period"
        : " sites left out that had been left before all others were treated";
  }

  String assumed() {
    return starts()
        ? "parallel courses without the programme, no effect before the start"
        : "sites that were left would have gone on as those still in, no effect before the exit;"
            + " sites treated for less than a year before the first exit are left out";
  }

  String parallel(Wald test) {
    if (starts()) {
      return DifferenceRows.parallel(test);
    }
    return test.p() < 0.05
        ? "Sites that were left moved differently before already: the effect is doubtful."
        : "Nothing speaks against parallel courses before the exit.";
  }
}
