package org.tidemark.publish.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Indicator;

/** Words for codes: the programme's labels first, then the page's own, then the code itself. */
final class Names {
  private static final Pattern TOTAL = Pattern.compile("(^|\\s)all\\b");
  private static final Pattern CATCH_ALL =
      Pattern.compile("(^|\\s)(all|other|unknown|unspecified)\\b");

  private final Map<String, String> labels;
  private final Map<String, Indicator> indicators;
  private final Sentences sentences;

  private Names(
      Map<String, String> labels, Map<String, Indicator> indicators, Sentences sentences) {
    this.labels = labels;
    this.indicators = indicators;
    this.sentences = sentences;
  }

  static Names of(ReportHead head, Sentences sentences) {
    return new Names(
        head.labels(),
        head.indicators().stream().collect(Collectors.toMap(Indicator::code, i -> i)),
        sentences);
  }

  /** The words for a code of a column. */
  String of(String column, String code) {
    String label = labels.get(column + "/" + code);
    return label != null ? label : sentences.sayOr(code, "label." + column + "." + code);
  }

  /** The words for a row's cell; an empty cell means all of its kind. */
  String of(Row row, String column) {
    return of(column, row.text(column));
  }

  Optional<Indicator> indicator(String code) {
    return Optional.ofNullable(indicators.get(code));
  }

  String indicatorName(String code) {
    return indicator(code).map(i -> i.name().getOrDefault("en", code)).orElse(code);
  }

  /** Men, women or people, as a sentence needs it. */
  String people(Row row) {
    return of("people", row.text("sex"));
  }

  /** Skin cancer other than melanoma: by convention counted apart, because few registries can. */
  boolean isOtherSkin(String cancer) {
    return cancer.equals("C44") || of("cancer", cancer).equals("Other skin");
  }

  /** Whether a cancer group sums others up. */
  boolean isTotal(String cancer) {
    String name = (cancer + " " + of("cancer", cancer)).toLowerCase(Locale.ROOT);
    return cancer.isEmpty() || TOTAL.matcher(name).find();
  }

  /** Whether a cancer group gathers all or the rest, and so is no answer to "which cancer". */
  boolean isCatchAll(String cancer) {
    String name = (cancer + " " + of("cancer", cancer)).toLowerCase(Locale.ROOT);
    return cancer.isEmpty() || CATCH_ALL.matcher(name).find();
  }
}
