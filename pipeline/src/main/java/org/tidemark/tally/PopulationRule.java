package org.tidemark.tally;

import java.util.Optional;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.stats.Growth;

/**
 * What a source's population may be taken to mean where it says nothing.
 *
 * @param between growth between two counts; empty: years between have no population
 * @param beyond what holds before the first and after the last count
 * @param split proportions of the eighteen groups by which wider ones are split; empty: none are
 */
public record PopulationRule(Optional<Growth> between, Beyond beyond, Optional<double[]> split) {
  /** Nothing is assumed. */
  public static final PopulationRule NONE =
      new PopulationRule(Optional.empty(), Beyond.ERROR, Optional.empty());

  /**
   * The rule of a source.
   *
   * @param shape the proportions that its {@code split} names; empty where it names none
   */
  public static PopulationRule of(Source source, Optional<double[]> shape) {
    Optional<Growth> between =
        source.between() == Source.Between.NONE
            ? Optional.empty()
            : Optional.of(Growth.valueOf(source.between().name()));
    return new PopulationRule(between, source.beyond(), shape);
  }
}
