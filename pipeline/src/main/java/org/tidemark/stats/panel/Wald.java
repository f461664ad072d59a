package org.tidemark.stats.panel;

/**
 * A joint test that several effects are 0. Wald A. Trans Am Math Soc 1943;54:426-482.
 * doi:10.1090/S0002-9947-1943-0012401-3
 *
 * @param statistic the quadratic form of the estimates in the inverse of their variance
 * @param df how many effects are tested
 * @param p of all being 0
 */
public record Wald(double statistic, int df, double p) {}
