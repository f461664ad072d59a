package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Members that are stretches of a line, as age groups and calendar periods: one is the sum of the
 * others that tile it. What does not quite tile it is taken for a sum with a part that is not
 * published.
 */
final class Spans implements Hierarchy {
  /**
   * A stretch.
   *
   * @param from its beginning
   * @param to its end, not in it
   */
  record Span(int from, int to) {
    private boolean within(Span other) {
      return from >= other.from && to <= other.to && !equals(other);
    }

    private int length() {
      return to - from;
    }
  }

  private final Function<String, Optional<Span>> reading;
  private final UnaryOperator<String> name;

  private Spans(Function<String, Optional<Span>> reading, UnaryOperator<String> name) {
    this.reading = reading;
    this.name = name;
  }

  /** Age groups {@code 35-64} and {@code 75+}; empty is all ages. */
  static Spans ages() {
    return new Spans(AgeSpan::of, group -> group);
  }

  /** Periods {@code all}, {@code 2015-2019}, {@code 2026}, {@code 2026Q1} and {@code 202601}. */
  static Spans periods() {
    return new Spans(PeriodSpan::of, PeriodSpan::name);
  }

  @Override
  public String canonical(String member) {
    return name.apply(member);
  }

  @Override
  public List<Sum> sums(List<String> members) {
    List<Span> spans = members.stream().map(m -> reading.apply(m).orElse(null)).toList();
    List<Sum> sums = new ArrayList<>();
    for (int whole = 0; whole < spans.size(); whole++) {
      if (spans.get(whole) != null) {
        List<Integer> parts = parts(spans, spans.get(whole));
        if (!parts.isEmpty()) {
          sums.add(new Sum(whole, parts));
        }
      }
    }
    return sums;
  }

  /** The widest stretches inside that do not overlap, the earlier first where two are as wide. */
  private static List<Integer> parts(List<Span> spans, Span whole) {
    List<Integer> inside =
        IntStream.range(0, spans.size())
            .filter(i -> spans.get(i) != null && spans.get(i).within(whole))
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> -spans.get(i).length())
                    .thenComparingInt(i -> spans.get(i).from()))
            .toList();
    List<Integer> parts = new ArrayList<>();
    for (int i : inside) {
      Span next = spans.get(i);
      if (parts.stream().allMatch(p -> apart(spans.get(p), next))) {
        parts.add(i);
      }
    }
    return parts;
  }

  private static boolean apart(Span one, Span other) {
    return one.to <= other.from || other.to <= one.from;
  }
}
