package org.tidemark.coding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stages said in words: a numeral with or without the word for stage, a code of a scheme, "in
 * situ", "not staged". A phrase with a word that is not known is read only where a numeral follows
 * the word for stage, and one with two different stages is not read.
 */
final class StagePhrases implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SUMMARY = "seer-summary";
  private static final String SCHEME_WORD = "scheme:";

  /** Word → what it means; scheme → its codes → stage. */
  private final Map<String, String> words = new HashMap<>();

  private final Map<String, Map<String, String>> codes = new HashMap<>();

  private StagePhrases() {}

  /** Compiles the rows of {@code codes/stage_words} and {@code codes/stage_codes}. */
  static StagePhrases of(
      List<Map<String, String>> wordRows, List<Map<String, String>> codeRows, boolean unverified) {
    StagePhrases phrases = new StagePhrases();
    wordRows.forEach(row -> phrases.words.put(row.get("code"), row.get("means")));
    for (Map<String, String> row : codeRows) {
      boolean counts = unverified || row.get("verified").equals("yes");
      phrases
          .codes
          .computeIfAbsent(row.get("scheme"), scheme -> new HashMap<>())
          .put(row.get("code"), counts ? row.get("stage") : Stage.UNKNOWN);
    }
    return phrases;
  }

  private String means(String word) {
    return words.getOrDefault(word, "");
  }

  /** Whether a phrase says what is not. */
  boolean negated(List<String> said) {
    return said.stream().anyMatch(word -> means(word).equals("not"));
  }

  /** The scheme that a word of the phrase names. */
  Optional<String> scheme(List<String> said) {
    return said.stream()
        .map(this::means)
        .filter(means -> means.startsWith(SCHEME_WORD))
        .map(means -> means.substring(SCHEME_WORD.length()))
        .findFirst();
  }

  /**
   * The stage that a phrase says.
   *
   * @param said its words in capitals
   * @param scheme the scheme that it is in, or empty
   */
  Optional<Stage> read(List<String> said, String scheme) {
    if (means(String.join("", said)).equals("unknown")) {
      return Optional.of(new Stage(Stage.UNKNOWN, "", scheme));
    }
    Set<String> meanings = new HashSet<>();
    List<StageNumeral> numerals = new ArrayList<>();
    boolean anchored = false;
    int strays = 0;
    String before = "";
    for (String word : said) {
      String means = Tnm.names(word) ? "noise" : means(word);
      Optional<StageNumeral> numeral = numeral(word, scheme);
      if (before.equals("numeral") && suffix(word)) {
        numerals.set(numerals.size() - 1, joined(numerals.get(numerals.size() - 1), word));
        before = "";
      } else if (numeral.isPresent()) {
        numerals.add(numeral.get());
        anchored |= before.equals("stage");
        before = numeral.get().substage().isEmpty() ? "numeral" : "";
      } else {
        meanings.add(means);
        strays += means.isEmpty() ? 1 : 0;
        before = means.startsWith(SCHEME_WORD) ? "stage" : means;
      }
    }
    if (meanings.contains("not")) {
      return denied(meanings, numerals, scheme);
    }
    return strays > 0 && !anchored ? Optional.empty() : stage(meanings, numerals, scheme);
  }

  /** A letter that belongs to the numeral before it: the B of "III B". */
  private static boolean suffix(String word) {
    return word.length() == 1 && "ABCDESX".contains(word);
  }

  private static StageNumeral joined(StageNumeral numeral, String letter) {
    return new StageNumeral(numeral.code(), letter);
  }

  private Optional<StageNumeral> numeral(String word, String scheme) {
    Map<String, String> own = codes.get(scheme);
    if (own == null) {
      return StageNumeral.of(word);
    }
    boolean lettered = word.length() == 2 && Character.isDigit(word.charAt(1));
    String code = own.get(lettered ? word.substring(0, 1) : word);
    return Optional.ofNullable(code)
        .map(stage -> new StageNumeral(stage, Character.isLetter(word.charAt(0)) ? word : ""));
  }

  /** "Not staged", "no consta": unknown. "No metastasis": nothing about the stage. */
  private static Optional<Stage> denied(
      Set<String> meanings, List<StageNumeral> numerals, String scheme) {
    boolean staging =
        meanings.contains("known") || meanings.contains("stage") || meanings.contains("unknown");
    return staging && numerals.isEmpty()
        ? Optional.of(new Stage(Stage.UNKNOWN, "", scheme))
        : Optional.empty();
  }

  private Optional<Stage> stage(Set<String> meanings, List<StageNumeral> numerals, String scheme) {
    List<String> found = numerals.stream().map(StageNumeral::code).distinct().toList();
    if (!found.isEmpty()) {
      List<String> parts = numerals.stream().map(StageNumeral::substage).distinct().toList();
      return found.size() > 1
          ? Optional.empty()
          : Optional.of(new Stage(found.get(0), parts.size() > 1 ? "" : parts.get(0), scheme));
    }
    Set<String> worded = new HashSet<>();
    meanings.forEach(means -> worded.add(worded(means)));
    worded.remove("");
    return worded.size() == 1
        ? Optional.of(new Stage(worded.iterator().next(), "", scheme))
        : Optional.empty();
  }

  /** The stage that a word says by itself, or empty. */
  private String worded(String means) {
    int colon = means.indexOf(':');
    String value = means.substring(colon + 1);
    if (means.startsWith("stage:")) {
      return value;
    }
    if (means.startsWith("summary:")) {
      return codes.get(SUMMARY).get(value);
    }
    return means.equals("unknown") ? Stage.UNKNOWN : "";
  }
}
