package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Maps values to places on paper, straight or by powers of ten. */
final class Scale {
  private final DoubleUnaryOperator transform;
  private final double low;
  private final double high;
  private final double from;
  private final double to;

  private Scale(DoubleUnaryOperator transform, double[] domain, double from, double to) {
    this.transform = transform;
    this.low = transform.applyAsDouble(domain[0]);
    this.high = transform.applyAsDouble(domain[1]);
    this.from = from;
    this.to = to;
  }

  /** From {@code low} at {@code from} to {@code high} at {@code to}. */
  static Scale linear(double low, double high, double from, double to) {
    return new Scale(v -> v, new double[] {low, high}, from, to);
  }

  /** Whole powers of ten around the values; all of them must be above zero. */
  static Scale log(double smallest, double largest, double from, double to) {
    double low = Math.floor(Math.log10(smallest));
    double high = Math.max(Math.ceil(Math.log10(largest)), low + 1);
    double[] domain = {Math.pow(10, low), Math.pow(10, high)};
    return new Scale(Math::log10, domain, from, to);
  }

  double at(double value) {
    return from + (transform.applyAsDouble(value) - low) / (high - low) * (to - from);
  }

  /** The powers of ten of a log scale. */
  List<Double> powers() {
    List<Double> powers = new ArrayList<>();
    for (long exponent = Math.round(low); exponent <= Math.round(high); exponent++) {
      powers.add(Math.pow(10, exponent));
    }
    return powers;
  }
}
