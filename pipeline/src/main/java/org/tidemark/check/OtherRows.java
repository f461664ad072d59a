package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.tidemark.account.Link;
import org.tidemark.catalogue.CrossCheck.Kind;

/** The other rows of one key, and what the rows that are asked must find among them. */
final class OtherRows {
  /** A sum may differ from its parts by what rounding leaves. */
  private static final double ROUNDING = 0.0005;

  private final String group;
  private final String key;
  private final List<Days> holding = new ArrayList<>();
  private final List<Double> sums = new ArrayList<>();
  private int rows;
  private int asked;

  /** Over which days a row holds; an empty bound is none. */
  private record Days(String from, String to) {
    boolean hold(String day) {
      return notAfter(from, day) && notAfter(day, to);
    }

    /** Partial dates are compared over the part that both have. */
    private static boolean notAfter(String one, String other) {
      int length = Math.min(one.length(), other.length());
      return one.substring(0, length).compareTo(other.substring(0, length)) <= 0;
    }
  }

  private OtherRows(String group, String key) {
    this.group = group;
    this.key = key;
  }

  static OtherRows of(String group, String key) {
    return new OtherRows(group, key);
  }

  boolean isOf(String otherGroup, String otherKey) {
    return key.equals(otherKey) && group.equals(otherGroup);
  }

  void add(InternalRow link) {
    rows++;
    if (CrossVerdicts.text(link, Link.AT_SIDE).equals(Link.HOLDING)) {
      Days days =
          new Days(CrossVerdicts.text(link, Link.AT_LOW), CrossVerdicts.text(link, Link.AT_HIGH));
      if (!holding.contains(days)) {
        holding.add(days);
      }
      sum(CrossVerdicts.text(link, Link.AT_AMOUNTS));
    }
  }

  /** Whether a row that is asked breaks its rule. */
  boolean broken(Kind kind, InternalRow link) {
    asked++;
    String day = CrossVerdicts.text(link, Link.AT_LOW);
    return switch (kind) {
      case EXISTS -> rows == 0;
      case MATCH -> rows > 0 && holding.stream().noneMatch(d -> d.hold(day));
      case NONE -> holding.stream().anyMatch(d -> d.hold(day));
      case ONE -> asked > 1;
      case SUM -> differs(CrossVerdicts.text(link, Link.AT_AMOUNTS));
      case CHAIN, SAME_NAME -> throw new IllegalArgumentException("it is not decided row by row");
    };
  }

  /** What is not known of one part is not known of the sum. */
  private void sum(String amounts) {
    String[] values = amounts.split(";", -1);
    for (int i = 0; i < values.length; i++) {
      double value = value(values[i]);
      if (i < sums.size()) {
        sums.set(i, sums.get(i) + value);
      } else {
        sums.add(value);
      }
    }
  }

  private boolean differs(String amounts) {
    String[] values = amounts.split(";", -1);
    for (int i = 0; i < Math.min(values.length, sums.size()); i++) {
      if (Math.abs(value(values[i]) - sums.get(i)) > ROUNDING) {
        return true;
      }
    }
    return false;
  }

  /** An amount that is not known differs from nothing. */
  private static double value(String amount) {
    return amount.isEmpty() ? Double.NaN : Double.parseDouble(amount);
  }
}
