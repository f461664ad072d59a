package org.tidemark.stats;

/**
 * Completeness from the cases first heard of by a death certificate (DCN) and the ratio of deaths
 * to cases (M:I): {@code 1 / (1 + DCN (1 / MI - 1))}. If fatal cases that the registry missed come
 * to light by their certificate in the share DCN, as many of those who live stay hidden, in the
 * proportion of living to dead, {@code 1 / MI - 1}. After Parkin DM, Bray F. Eur J Cancer
 * 2009;45:756-764. doi:10.1016/j.ejca.2008.11.033. The derivation in this form is ours: it is
 * published as a rough figure beside others. Limits are those of the share DCN (Wilson EB. J Am
 * Stat Assoc 1927;22:209-212. doi:10.1080/01621459.1927.10502953), M:I taken as known.
 *
 * <p>A tenth of all cases first known by certificate and half as many deaths as cases: 91 %.
 *
 * @param completeness in percent
 * @param limits in percent
 */
public record DeathCertificateCompleteness(double completeness, Interval limits) {
  private static final double PERCENT = 100;

  /**
   * The figure; insufficient without cases or deaths.
   *
   * @param firstByCertificate cases first notified by a death certificate
   * @param cases all cases
   * @param deaths deaths of the cancer in the same period; as many as cases at most count
   */
  public static Answer<DeathCertificateCompleteness> of(
      long firstByCertificate, long cases, long deaths) {
    Require.events(firstByCertificate, cases, "cases first known by certificate");
    Require.notNegative(deaths, "deaths");
    if (cases == 0 || deaths == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    double living = Math.max(0, (double) cases / deaths - 1);
    return Proportion.of(firstByCertificate, cases)
        .map(
            share ->
                new DeathCertificateCompleteness(
                    of((double) firstByCertificate / cases, living),
                    new Interval(
                        of(share.wilson().upper(), living), of(share.wilson().lower(), living))));
  }

  private static double of(double share, double living) {
    return PERCENT / (1 + share * living);
  }
}
