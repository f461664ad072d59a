package org.tidemark.jobs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes the real cases of registry north as the export of a French CanReg5 registry that renamed
 * its variables: names and numbers are invented, every code is the registry's own.
 */
final class CanregExport {
  /** A value that must be seen nowhere but in the file. */
  static final String NAME = "CANARI-Dupont";

  private static final Map<String, String> SEX = Map.of("1", "H", "2", "F", "9", "I");

  private final List<Map<String, String>> records = new ArrayList<>();

  private CanregExport() {}

  /** One record a case; the case's id makes the numbers of the patient and the tumour. */
  static CanregExport of(List<Map<String, String>> cases) {
    CanregExport export = new CanregExport();
    cases.forEach(c -> export.records.add(record(c)));
    return export;
  }

  private static Map<String, String> record(Map<String, String> one) {
    String patient = "%08d".formatted(Long.parseLong(one.get("id")));
    Map<String, String> record = new LinkedHashMap<>();
    record.put("NumPat", patient);
    record.put("Nom", NAME);
    record.put("Prénom", "Élise");
    record.put("Sexe", SEX.get(one.get("sex")));
    record.put("DateNaiss", "99999999");
    record.put("Etat", "");
    record.put("DerNouv", "");
    record.put("PatientRecordStatus", "1");
    record.put("ObsoleteFlagPatientTable", "0");
    record.put("TumourID", patient + "0101");
    record.put("StatutFiche", "1");
    record.put("Controle", "1");
    record.put("ObsoleteFlagTumourTable", "0");
    record.put("AgeInc", one.get("age"));
    record.put("DateInc", one.get("date_of_incidence"));
    record.put("Commune", "101");
    record.put("Topo", one.get("topography").substring(1));
    record.put("Morpho", one.get("morphology"));
    record.put("Comport", one.get("behaviour"));
    record.put("Diff", one.get("grade"));
    record.put("BaseDg", one.get("basis"));
    record.put("CIM10", "");
    record.put("Hopital", "01");
    record.put("NumLabo", "L" + patient);
    record.put("SourceRecordID", patient + "010101");
    return record;
  }

  /** Repeats patient and tumour for a second notification of every nth tumour. */
  int secondSources(int nth) {
    List<Map<String, String>> flattened = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      flattened.add(records.get(i));
      if (i % nth == 0) {
        Map<String, String> second = new LinkedHashMap<>(records.get(i));
        second.put("Hopital", "02");
        second.put("SourceRecordID", second.get("TumourID") + "02");
        flattened.add(second);
      }
    }
    int more = flattened.size() - records.size();
    records.clear();
    records.addAll(flattened);
    return more;
  }

  /** Adds copies of the first records under numbers of their own, changed in one column. */
  void add(int copies, String prefix, String column, String value) {
    for (int i = 0; i < copies; i++) {
      Map<String, String> copy = new LinkedHashMap<>(records.get(i));
      copy.put("TumourID", prefix + copy.get("TumourID").substring(prefix.length()));
      copy.put(column, value);
      records.add(copy);
    }
  }

  /** Sets a column in the first records. */
  void set(int first, String column, String value) {
    records.subList(0, first).forEach(r -> r.put(column, value));
  }

  /** Writes the columns under other names. */
  void rename(UnaryOperator<String> name) {
    for (int i = 0; i < records.size(); i++) {
      Map<String, String> renamed = new LinkedHashMap<>();
      records.get(i).forEach((column, value) -> renamed.put(name.apply(column), value));
      records.set(i, renamed);
    }
  }

  /** Leaves a column out of the file. */
  void without(String column) {
    records.forEach(r -> r.remove(column));
  }

  int size() {
    return records.size();
  }

  /** The patients alone: one row each. */
  CanregExport patients() {
    return table(
        "NumPat",
        List.of("Nom", "Prénom", "Sexe", "DateNaiss", "Etat", "DerNouv", "PatientRecordStatus"),
        Map.of("PatientRecordID", "NumPat"));
  }

  /** The tumours alone, with the numbers of their patients. */
  CanregExport tumours() {
    return table(
        "TumourID",
        List.of(
            "StatutFiche",
            "Controle",
            "AgeInc",
            "DateInc",
            "Commune",
            "Topo",
            "Morpho",
            "Comport",
            "Diff",
            "BaseDg",
            "ObsoleteFlagTumourTable"),
        Map.of("PatientRecordIDTumourTable", "NumPat", "PatientIDTumourTable", "NumPat"));
  }

  /** The notifications alone, with the numbers of their tumours. */
  CanregExport sources() {
    return table(
        "SourceRecordID", List.of("Hopital", "NumLabo"), Map.of("TumourIDSourceTable", "TumourID"));
  }

  /** One row for each value of the first column, with some of the others, and copies of some. */
  private CanregExport table(String first, List<String> columns, Map<String, String> copies) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Map<String, String> record : records) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put(first, record.get(first));
      columns.forEach(column -> row.put(column, record.get(column)));
      copies.forEach((copy, of) -> row.put(copy, record.get(of)));
      rows.putIfAbsent(record.get(first), row);
    }
    CanregExport table = new CanregExport();
    table.records.addAll(rows.values());
    return table;
  }

  /** Leaves the first records out. */
  void drop(int first) {
    records.subList(0, first).clear();
  }

  /** The file: a header and one line a record. */
  byte[] bytes(String delimiter, Charset charset) {
    StringBuilder text = new StringBuilder(String.join(delimiter, records.get(0).keySet()));
    records.forEach(r -> text.append('\n').append(String.join(delimiter, r.values())));
    return text.append('\n').toString().getBytes(charset);
  }

  /** The file as CanReg5 writes it. */
  byte[] bytes() {
    return bytes("\t", StandardCharsets.UTF_8);
  }
}
