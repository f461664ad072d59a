package org.tidemark.disclose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.disclose.Spans.Span;

/** Reads an age group as completed years. */
final class AgeSpan {
  private static final int OLDEST = 1000;
  private static final Pattern GROUP = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|(\\+))?");

  private AgeSpan() {}

  static Optional<Span> of(String group) {
    if (group.isEmpty()) {
      return Optional.of(new Span(0, OLDEST));
    }
    Matcher found = GROUP.matcher(group);
    if (!found.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(found.group(1));
    int last = found.group(2) == null ? from : Integer.parseInt(found.group(2));
    return Optional.of(new Span(from, found.group(3) != null ? OLDEST : last + 1));
  }
}
