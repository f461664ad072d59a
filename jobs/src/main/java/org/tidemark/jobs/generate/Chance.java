package org.tidemark.jobs.generate;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One named stream of random draws. Logarithms and exponentials are {@link StrictMath}'s, whose
 * last bit is the same on every machine.
 */
final class Chance {
  private final UniformRandomProvider bits;

  private Chance(UniformRandomProvider bits) {
    this.bits = bits;
  }

  /** The stream of that name under a seed: two names give independent draws. */
  static Chance of(long seed, String name) {
    long state = scramble(seed);
    for (int i = 0; i < name.length(); i++) {
      state = scramble(state + name.charAt(i));
    }
    return new Chance(RandomSource.XO_SHI_RO_256_PP.create(state));
  }

  /** Steele, Lea and Flood's finaliser of 64 bits (SplitMix, OOPSLA 2014). */
  private static long scramble(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  boolean happens(double probability) {
    return bits.nextDouble() < probability;
  }

  /** A whole number from low to high, both included. */
  int between(int low, int high) {
    return low + bits.nextInt(high - low + 1);
  }

  /** Exponential with mean 1. */
  double exponential() {
    return -StrictMath.log(1 - bits.nextDouble());
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(2 * exponential());
    return radius * StrictMath.cos(2 * StrictMath.PI * bits.nextDouble());
  }

  /** Log-normal with that median; spread is the standard deviation of the logarithm. */
  double logNormal(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  /** Poisson, as the number of unit-rate arrivals before the mean has passed. */
  int poisson(double mean) {
    int count = 0;
    for (double at = exponential(); at < mean; at += exponential()) {
      count++;
    }
    return count;
  }

  /** One item, each as likely as the next. */
  <T> T pick(List<T> items) {
    return items.get(bits.nextInt(items.size()));
  }

  /** An index, each as likely as its weight; the weights sum to 1. */
  int weighted(double... weights) {
    double left = bits.nextDouble();
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
