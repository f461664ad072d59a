package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The checks that a code is one of the edition or scheme in which its source codes: a code that
 * another edition or scheme has is a finding, and no loss. Tables: {@code codes/morphology_added},
 * {@code codes/morphology_dropped}, {@code codes/basis}. A source that does not say its edition is
 * taken to have the last one.
 */
final class SchemeChecks {
  /** Ends the name of the table of codes that a list no longer has. */
  static final String DROPPED = "_dropped";

  private static final String TABLE = "tumour";
  private static final String EDITION = "edition";

  private SchemeChecks() {}

  /** The checks of the tables that are there. */
  static List<Check> of(Map<String, TableSchema> tables, Map<String, CodeTable> codes) {
    List<Check> checks = new ArrayList<>();
    boolean tumours =
        tables.containsKey(TABLE) && tables.get(TABLE).field("icdo_edition").isPresent();
    if (tumours && codes.containsKey("morphology_added")) {
      checks.add(morphology(codes));
    }
    if (tumours && codes.containsKey("basis")) {
      checks.add(basis(codes.get("basis")));
    }
    return checks;
  }

  private static Check morphology(Map<String, CodeTable> codes) {
    List<String> unlike = new ArrayList<>();
    CodeTable dropped = codes.get("morphology" + DROPPED);
    if (dropped != null && !dropped.rows().isEmpty()) {
      unlike.add("morphology IN " + list(dropped.codes()));
    }
    // By edition: the first that has the codes, which those before it do not have.
    by(codes.get("morphology_added"), EDITION)
        .forEach(
            (edition, added) ->
                unlike.add(
                    "(icdo_edition < '" + edition + "' AND morphology IN " + list(added) + ")"));
    return check(
        "MORPHOLOGY-EDITION",
        List.of("morphology", "icdo_edition"),
        "morphology IS NOT NULL",
        "NOT COALESCE(" + String.join(" OR ", unlike) + ", FALSE)",
        "ICD-O-3, 3.1 and 3.2",
        Map.of(
            "en", "The edition of ICD-O in which the source codes does not have this morphology.",
            "fr", "L'édition de la CIM-O dans laquelle la source code n'a pas cette morphologie.",
            "es", "La edición de la CIE-O en que codifica la fuente no tiene esta morfología.",
            "pt", "A edição da CID-O em que a fonte codifica não tem esta morfologia."));
  }

  private static Check basis(CodeTable table) {
    List<String> own = new ArrayList<>();
    by(table, "scheme")
        .forEach(
            (scheme, known) ->
                own.add("(basis_scheme = '" + scheme + "' AND basis IN " + list(known) + ")"));
    return check(
        "BASIS-SCHEME",
        List.of("basis", "basis_scheme"),
        "basis IS NOT NULL AND basis_scheme IS NOT NULL",
        String.join(" OR ", own),
        "IARC/IACR; CanReg5 TRN; ENCR-JRC call for data 2022",
        Map.of(
            "en", "The scheme of the source has no such code of the basis of diagnosis.",
            "fr", "Le système de la source n'a pas ce code de base du diagnostic.",
            "es", "El esquema de la fuente no tiene este código de base del diagnóstico.",
            "pt", "O esquema da fonte não tem este código de base do diagnóstico."));
  }

  private static Check check(
      String id,
      List<String> fields,
      String applies,
      String pass,
      String origin,
      Map<String, String> message) {
    return new Check(id, 1, TABLE, Check.Severity.QUERY, fields, applies, pass, origin, message);
  }

  /** The codes of a table by another column, in file order. */
  private static Map<String, List<String>> by(CodeTable table, String column) {
    return table.rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(column),
                LinkedHashMap::new,
                Collectors.mapping(row -> row.get(table.columns().get(0)), Collectors.toList())));
  }

  private static String list(List<String> codes) {
    return codes.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ", "(", ")"));
  }
}
