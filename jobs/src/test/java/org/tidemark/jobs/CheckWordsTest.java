package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.ingest.IngestRule;

@DisplayName("The words of check in four languages")
class CheckWordsTest {
  private static final Pattern SLOT = Pattern.compile("%[.0-9]*[a-z%]");

  private static Properties file(String language) throws IOException {
    Properties words = new Properties();
    String name = "/words/check_" + language + ".properties";
    try (Reader text =
        new InputStreamReader(
            CheckWordsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      words.load(text);
    }
    return words;
  }

  private static List<String> slots(String form) {
    return SLOT.matcher(form).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "pt"})
  void eachLanguageHasAllWordsOfEnglishWithTheSameSlots(String language) throws IOException {
    Properties own = file(language);
    file("en")
        .forEach(
            (key, form) -> {
              assertThat(own).as(language + " " + key).containsKey(key);
              assertThat(slots(own.get(key).toString()))
                  .as(language + " " + key)
                  .isEqualTo(slots(form.toString()));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "pt"})
  void eachLanguageSaysWhatEachRuleOfReadingMeans(String language) {
    CheckWords words = CheckWords.in(language);
    CheckWords english = CheckWords.in("en");
    assertThat(Arrays.stream(IngestRule.values()).map(IngestRule::id))
        .allSatisfy(
            rule -> assertThat(words.ofRefusal(rule)).isNotEqualTo(english.ofRefusal(rule)));
    assertThat(words.ofRefusal("PERSON-trainee_ref")).isEqualTo(words.say("rule.PERSON"));
  }

  @Test
  void aLanguageWithoutWordsOfItsOwnHasTheEnglishOnes() {
    assertThat(CheckWords.in("sw").say("counts", 3, 2, 1))
        .isEqualTo("3 received, 2 accepted, 1 refused");
    assertThat(CheckWords.in("fr").say("share", 1.25, 50.0)).startsWith("1.3 % refusés");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "pt"})
  void eachLanguageSaysWhatASourceGivesAway(String language) {
    CheckWords words = CheckWords.in(language);
    String english = "said in English";
    List<String> rules =
        List.of(
            "CALENDAR-ETHIOPIAN",
            "DATE-STRADDLES-YEARS",
            "NA-NO-REASON",
            "REGISTRY-HOSPITAL",
            "REGISTRY-PATHOLOGY",
            "CORRECTION-DONE",
            "CORRECTION-ABSENT");
    assertThat(rules)
        .extracting(rule -> new Sign(rule, "query", "north", 1, english).told(words))
        .doesNotContain(english, "")
        .doesNotHaveDuplicates();
    Sign.Lines lines = new Sign.Lines("4, 7", "own.csv");
    assertThat(
            new Sign("CORRECTION-DIFFERS", "query", "north", 2, english, Optional.of(lines))
                .told(words))
        .doesNotContain(english)
        .endsWith(" 4, 7 de own.csv");
  }

  @Test
  void whatNoLanguageKnowsIsSaidAsItCame() {
    assertThat(CheckWords.in("pt").ofRule("OWN-RULE", "its own words")).isEqualTo("its own words");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CheckWords.in("pt").say("no-such-key"))
        .withMessageContaining("no-such-key");
  }
}
