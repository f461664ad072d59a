package org.tidemark.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tidemark.model.AgeText;
import org.tidemark.model.DigitScript;
import org.tidemark.model.SolarCalendar;
import org.tidemark.model.SourceCalendar;

/**
 * Reads how a source spells its dates, numbers and ages, and holds it to the types of its fields.
 */
final class SpellingReader {
  private static final String BIKRAM_SAMBAT = "bikram-sambat";

  private final SourceCalendar nepal;

  private SpellingReader(SourceCalendar nepal) {
    this.nepal = nepal;
  }

  /**
   * The reader.
   *
   * @param nepal the months of Bikram Sambat
   */
  static SpellingReader of(SourceCalendar nepal) {
    return new SpellingReader(nepal);
  }

  /**
   * The spelling of a mapping.
   *
   * @param inputs columns that are read and not stored, with their types
   */
  Spelling of(Entry entry, TableSchema table, Map<String, FieldType> inputs) {
    Map<String, FieldType> types = new LinkedHashMap<>(inputs);
    table.fields().forEach(field -> types.put(field.name(), field.type()));
    SourceCalendar calendar = calendar(entry, SolarCalendar.GREGORIAN);
    DateFormReader dates = DateFormReader.of(date -> calendar(date, calendar));
    Set<DigitScript> digits =
        entry.texts("digits").stream().map(DigitScript::of).collect(Collectors.toSet());
    requireYears(entry, table);
    return new Spelling(
        digits,
        calendar,
        each(entry, "dates", types, List.of(FieldType.DATE), dates::form),
        each(
            entry,
            "numbers",
            types,
            List.of(FieldType.INTEGER, FieldType.NUMBER),
            SpellingReader::number),
        each(entry, "ages", types, List.of(FieldType.INTEGER), SpellingReader::age),
        stage(entry));
  }

  private SourceCalendar calendar(Entry entry, SourceCalendar absent) {
    if (!entry.has("calendar")) {
      return absent;
    }
    String written = entry.text("calendar");
    return written.equals(BIKRAM_SAMBAT)
        ? nepal
        : SolarCalendar.valueOf(written.toUpperCase(Locale.ROOT));
  }

  private static <T> Map<String, T> each(
      Entry entry,
      String key,
      Map<String, FieldType> types,
      List<FieldType> allowed,
      Function<Entry, T> reading) {
    Entry block = entry.at(key);
    Map<String, T> forms = new LinkedHashMap<>();
    for (String name : block.keys()) {
      FieldType type = types.get(name);
      if (type == null) {
        throw block.unknown("field", name, types.keySet());
      }
      if (!allowed.contains(type)) {
        throw block.refusal(
            "'" + name + "' is of the type " + type.name().toLowerCase(Locale.ROOT),
            "leave it out of " + key);
      }
      forms.put(name, reading.apply(block.at(name)));
    }
    return forms;
  }

  /** The block {@code stage} of a mapping, or of a source that has none. */
  static Optional<StageForm> stage(Entry entry) {
    return entry
        .child("stage")
        .map(block -> new StageForm(block.text("scheme"), block.flag("unverified", false)));
  }

  private static NumberForm number(Entry entry) {
    try {
      return new NumberForm(
          entry.text("decimal", ".").charAt(0),
          entry.has("thousands") ? entry.text("thousands").charAt(0) : NumberForm.NO_GROUPS);
    } catch (IllegalArgumentException e) {
      throw entry.refusal(e.getMessage(), "give decimal and thousands two different marks");
    }
  }

  private static AgeText age(Entry entry) {
    return new AgeText(
        entry.whole("width", 0),
        entry.text("nines", "unknown").equals("unknown"),
        entry.text("zero", "age").equals("unknown"));
  }

  /** An age of years cannot fill a field of days, and one field has one form. */
  private static void requireYears(Entry entry, TableSchema table) {
    for (String name : entry.at("ages").keys()) {
      boolean otherUnit =
          table
              .field(name)
              .map(Field::unit)
              .filter(u -> !u.isEmpty() && !u.equals("years"))
              .isPresent();
      if (otherUnit || entry.at("numbers").has(name)) {
        throw entry
            .at("ages")
            .refusal(
                "'" + name + "' is not an age in years, or is under numbers as well",
                "keep only an age in years here");
      }
    }
  }
}
