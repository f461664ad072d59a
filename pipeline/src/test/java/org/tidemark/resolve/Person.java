package org.tidemark.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.account.Precedence;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.coding.MultiplePrimaries;

/** Records of one person for tests; each is malignant, of a man, but for what is said. */
final class Person {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static final Map<String, String> ORDINARY =
      Map.of("sex", "1", "behaviour", "3", "incidence_date", "2019-03-01", "basis", "7");

  private final List<TumourRecord> records = new ArrayList<>();

  private Person() {}

  static Person of() {
    return new Person();
  }

  /** The shipped rules in one edition. */
  static MultiplePrimaries rules(String edition, boolean bladder, boolean open) {
    return MultiplePrimaries.of(
        CATALOGUE.codes().get("mp_topography").rows(),
        CATALOGUE.codes().get("mp_histology").rows(),
        new MultiplePrimaries.Options(edition, bladder, open));
  }

  /** The rules of the later edition as they hold where a programme says nothing. */
  static MultiplePrimaries rules() {
    return rules(MultiplePrimaries.EDITION_LATER, false, false);
  }

  static Precedence precedence() {
    return Precedence.of(CATALOGUE.codes().get("record_precedence").rows());
  }

  /** One tumour more, with fields and values behind its codes. */
  Person with(String tumour, String topography, String morphology, String... fieldsAndValues) {
    return with("a", tumour, topography, morphology, fieldsAndValues);
  }

  /** One tumour more that a registry sent. */
  Person sent(
      String registry,
      String tumour,
      String topography,
      String morphology,
      String... fieldsAndValues) {
    return with(registry, tumour, topography, morphology, fieldsAndValues);
  }

  private Person with(
      String registry, String tumour, String topography, String morphology, String[] said) {
    Map<String, String> values = new HashMap<>(ORDINARY);
    values.put("topography", topography);
    values.put("morphology", morphology);
    for (int i = 0; i < said.length; i += 2) {
      values.put(said[i], said[i + 1]);
    }
    values.values().removeIf(""::equals);
    List<String> row =
        Arrays.asList(TumourRecord.FIELDS.stream().map(values::get).toArray(String[]::new));
    Precedence precedence = precedence();
    long rank =
        precedence.rank(
            i -> UTF8String.fromString(values.get(precedence.rules().get(i).field())), "");
    records.add(
        new TumourRecord(
            registry, registry + ".csv", records.size() + 1, rank, registry, tumour, row));
    return this;
  }

  List<TumourRecord> records() {
    return List.copyOf(records);
  }

  /** What becomes of each tumour, by its id: its codes, or the rule and the tumour it joins. */
  Map<String, String> judged(MultiplePrimaries rules) {
    return judged(rules, Decisions.NONE);
  }

  /** The same where people decided on some tumours; a rule decided on stands behind a mark. */
  Map<String, String> judged(MultiplePrimaries rules, Decisions decisions) {
    Map<String, String> told = new HashMap<>();
    PersonHistory.of(records, rules, decisions)
        .forEach((record, o) -> told.put(record.tumour(), text(o, decisions.on(record))));
    return told;
  }

  private static String text(PersonHistory.Outcome outcome, Set<HistoryRule> decided) {
    String found = PersonHistory.ids(outcome.findings(), decided);
    String state =
        outcome.merged() == null
            ? outcome.topography() + " " + outcome.morphology() + "/" + outcome.behaviour()
            : outcome.merged().id() + " " + outcome.through().tumour();
    return found.isEmpty() ? state : state + " " + found;
  }
}
