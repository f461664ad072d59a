package org.tidemark.publish.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything the page says, worked out from the published tables. Two contents made from the same
 * rows in another order are the same page.
 */
public final class ReportContent {
  private final Reading reading;

  private ReportContent(Reading reading) {
    this.reading = reading;
  }

  /**
   * Reads the published tables.
   *
   * @param head the programme, the run, and the words for codes
   * @param tables the published rows, after disclosure; a table without rows is one not computed
   */
  public static ReportContent of(ReportHead head, PublishedRows tables) {
    return new ReportContent(Reading.of(head, tables));
  }

  String title() {
    return reading.head().title();
  }

  String runId() {
    return reading.head().runId();
  }

  List<Definition> scope() {
    return Scope.of(reading);
  }

  List<Message> messages() {
    IndicatorMessages indicators = IndicatorMessages.of(reading);
    return List.of(
        IncidenceMessage.of(reading),
        SurvivalMessage.of(reading),
        indicators.stage(),
        indicators.pathology(),
        ChangeMessage.of(reading));
  }

  Message reporting() {
    return IndicatorMessages.of(reading).reporting();
  }

  Panel strip() {
    return ReportingStrip.of(reading);
  }

  Panel ages() {
    return AgeCurve.of(reading);
  }

  Panel survival() {
    return SurvivalCurve.of(reading);
  }

  Panel survivalGroups() {
    return SurvivalGroups.of(reading);
  }

  Optional<Table> scorecard() {
    return Scorecard.of(reading);
  }

  /** Whether there is anything to say of what the programme changed. */
  boolean evaluated() {
    return effects().isPresent() || lasting().isPresent();
  }

  Optional<Table> effects() {
    return EffectTable.of(reading);
  }

  String effectNote() {
    return reading.say("effect.note");
  }

  List<Panel> courses() {
    return EffectCourse.of(reading);
  }

  Optional<Table> lasting() {
    return LastingTable.of(reading);
  }

  List<String> losses() {
    return LastingTable.losses(reading);
  }

  Optional<Table> quality() {
    return QualityTable.of(reading);
  }

  String absent(String what) {
    return reading.absent(what, Rows.of(List.of()));
  }

  /** The sums of accounting and of statuses, in words. */
  List<String> leftOutSentences() {
    return LeftOutSentences.of(reading);
  }

  List<Table> leftOut() {
    return LeftOut.of(reading);
  }

  List<Definition> methods() {
    return Definitions.methods(reading);
  }

  List<Definition> indicators() {
    return Definitions.indicators(reading);
  }

  List<Definition> statuses() {
    return Definitions.statuses(reading);
  }

  Map<String, String> versions() {
    return new TreeMap<>(reading.head().versions());
  }
}
