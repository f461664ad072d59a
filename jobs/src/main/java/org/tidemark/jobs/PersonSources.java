package org.tidemark.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.account.Precedence;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.coding.MultiplePrimaries;
import org.tidemark.model.Refusal;
import org.tidemark.resolve.Decisions;
import org.tidemark.resolve.Persons;

/**
 * The sources that name persons, and the rules by which the tumours of a person are brought
 * together.
 *
 * @param spaces source → its space of person ids; empty where each registry has its own
 * @param primaries the rules for multiple primaries; empty where each tumour counts
 * @param edition of their histology groups; empty without rules
 * @param rules all rules together
 */
record PersonSources(
    Map<String, String> spaces,
    Optional<MultiplePrimaries> primaries,
    String edition,
    Persons.Rules rules) {
  private static final String TUMOUR = "tumour";
  private static final String PATIENT = "patient_id";
  private static final String TABLE = "record_precedence";

  /** Those of a programme, or empty where no source names persons: then nothing is to be done. */
  static Optional<PersonSources> of(Programme programme, Catalogue catalogue) {
    Map<String, String> spaces = new TreeMap<>();
    Map<String, String> submitted = new TreeMap<>();
    for (Source source : programme.sources()) {
      if (source.table().equals(TUMOUR) && names(programme.mapping(source, catalogue))) {
        spaces.put(source.id(), source.idSpace());
        submitted.put(source.id(), source.submitted());
      }
    }
    if (spaces.isEmpty()) {
      return Optional.empty();
    }
    Programme.Coding coding = programme.coding();
    boolean joins = !coding.multiplePrimaries().equals("none");
    String edition =
        coding.multiplePrimaries().equals("iarc-2004")
            ? MultiplePrimaries.EDITION_2004
            : MultiplePrimaries.EDITION_LATER;
    Optional<MultiplePrimaries> primaries =
        joins ? Optional.of(primaries(catalogue, coding, edition)) : Optional.empty();
    return Optional.of(
        new PersonSources(
            spaces,
            primaries,
            joins ? edition : "",
            new Persons.Rules(
                primaries.orElse(null), precedence(catalogue), submitted, Decisions.NONE)));
  }

  /** The persons of these sources. */
  Persons persons() {
    return Persons.of(spaces, rules);
  }

  /** Which of two records of one tumour is believed. */
  static Precedence precedence(Catalogue catalogue) {
    TableSchema tumour = catalogue.tables().get(TUMOUR);
    List<Map<String, String>> rows =
        catalogue.codes().get(TABLE).rows().stream()
            .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.get("code"))))
            .toList();
    for (Map<String, String> row : rows) {
      String field = row.get("field");
      if (!field.equals(Precedence.SUBMITTED) && tumour.field(field).isEmpty()) {
        throw refusal("the table 'tumour' has no field '" + field + "'", "name one of its fields");
      }
    }
    try {
      return Precedence.of(rows);
    } catch (IllegalArgumentException e) {
      throw refusal(e.getMessage(), "leave out the rules that matter least");
    }
  }

  private static Refusal refusal(String what, String mend) {
    return Refusal.operator("codes/" + TABLE + ".csv", what, mend);
  }

  private static boolean names(Mapping mapping) {
    return mapping.personIds() && !mapping.notSupplied().contains(PATIENT);
  }

  private static MultiplePrimaries primaries(
      Catalogue catalogue, Programme.Coding coding, String edition) {
    return MultiplePrimaries.of(
        catalogue.codes().get("mp_topography").rows(),
        catalogue.codes().get("mp_histology").rows(),
        new MultiplePrimaries.Options(
            edition, coding.bladder().equals("all"), coding.unknownPrimary().equals("open")));
  }
}
