package org.tidemark.jobs.generate;

/**
 * What the programme truly does: constants of the generator, so that a reader can hold an estimate
 * to them. Without the programme a treated site would have gone on as the comparison sites do: all
 * sites share one drift, nothing happens before the first quarter of the intensive phase, and no
 * site is influenced by another.
 *
 * <p>A gain is reached in equal steps over its quarters, the first of which counts. At sites that
 * keep it, it stays after the programme has left; at the others it is lost in equal steps over
 * {@link #LOST_OVER} quarters.
 */
enum Effect {
  /** Share of breast cancers in stage I or II. */
  EARLY_STAGE(0.20, 6),
  /** Median working days from the receipt of a biopsy to its report. */
  TURNAROUND(-6, 4),
  /** Share of planned tumour boards that are held. */
  MEETINGS_HELD(0.25, 1),
  /** Share of new cancers that are put forward to a tumour board. */
  DISCUSSED(0.35, 4),
  /** Median days from diagnosis to the first treatment. */
  WAIT(-14, 4),
  /** Share of months in which a medicine ran out. */
  STOCK_OUT(-0.28, 4),
  /** Everything else that grows with the programme, from 0 to 1. */
  CAPACITY(1, 4);

  /** What a quarter adds to the share in stage I or II at every site. */
  static final double DRIFT = 0.002;

  /** Quarters after the programme has left in which a site that loses its gain loses it all. */
  static final int LOST_OVER = 6;

  private final double gain;
  private final int quarters;

  Effect(double gain, int quarters) {
    this.gain = gain;
    this.quarters = quarters;
  }

  /** The whole gain. */
  double gain() {
    return gain;
  }

  /** Quarters from the first of the intensive phase until the gain is whole. */
  int quarters() {
    return quarters;
  }

  /** What the programme has added at a site in a quarter. */
  double of(Site site, Quarter quarter) {
    if (site.begins().isEmpty()) {
      return 0;
    }
    int since = quarter.since(site.begins().get());
    double grown = Math.min(1, Math.max(0, since + 1) / (double) quarters);
    int left = site.leaves().map(quarter::since).orElse(-1);
    boolean loses = left >= 0 && !site.keeps();
    return gain * (loses ? Math.max(0, grown - (left + 1) / (double) LOST_OVER) : grown);
  }
}
