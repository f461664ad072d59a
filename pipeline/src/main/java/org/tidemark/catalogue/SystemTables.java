package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.catalogue.SystemDefinition.Table;
import org.tidemark.catalogue.SystemDefinition.Variable;

/**
 * The files of a CanReg5 registry that exports its three tables apart, joined on the numbers that
 * CanReg5 itself joins them on, under whatever names the registry gave these variables.
 */
final class SystemTables {
  private final SystemDefinition system;
  private final Entry entry;

  private SystemTables(SystemDefinition system, Entry entry) {
    this.system = system;
    this.entry = entry;
  }

  /**
   * The files beside that of the tumours.
   *
   * @param entry the source in the programme
   * @param read all columns that the mapping reads
   * @param rules what a withdrawn patient is told by
   */
  static List<BesideFile> of(
      SystemDefinition system, Entry entry, Collection<String> read, SystemRules rules) {
    SystemTables tables = new SystemTables(system, entry.at("beside"));
    List<BesideFile> files = new ArrayList<>();
    if (tables.entry.has(BesideFile.PATIENT)) {
      files.add(
          tables.file(
              BesideFile.PATIENT,
              Stream.of(
                      tables.link("PatientRecordIDTumourTable", "PatientRecordID"),
                      tables.link("PatientIDTumourTable", "PatientID"))
                  .flatMap(List::stream)
                  .toList(),
              tables.columns(Table.PATIENT, read),
              rules.withdrawnPatients(tables.columns(Table.PATIENT, read))));
    }
    if (tables.entry.has(BesideFile.SOURCE)) {
      tables.requireNoSource(read);
      files.add(
          tables.file(
              BesideFile.SOURCE,
              tables.link("TumourID", "TumourIDSourceTable"),
              Set.of(),
              List.of()));
    }
    return files;
  }

  private BesideFile file(
      String key,
      List<BesideFile.Link> links,
      Set<String> columns,
      List<BesideFile.Withdrawn> withdrawn) {
    if (links.isEmpty()) {
      throw entry
          .at(key)
          .refusal(
              "the definition has no variables of the standard names that join this file",
              "send one file with all columns, or give the variables their standard names");
    }
    return new BesideFile(key, entry.text(key), links, columns, withdrawn);
  }

  private List<BesideFile.Link> link(String tumour, String own) {
    return system.standard(tumour).stream()
        .flatMap(
            t ->
                system.standard(own).stream()
                    .map(o -> new BesideFile.Link(t.shortName(), o.shortName())))
        .toList();
  }

  private Set<String> columns(Table table, Collection<String> read) {
    return system.variables().stream()
        .filter(v -> v.table() == table && read.contains(v.shortName()))
        .map(Variable::shortName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A tumour has as many values of these as it has notifications: none of them is its own. */
  private void requireNoSource(Collection<String> read) {
    for (String column : columns(Table.SOURCE, read)) {
      throw entry
          .at(BesideFile.SOURCE)
          .refusal(
              "the variable '" + column + "' is mapped, and a tumour may have several of it",
              "leave it out of columns:, or send one file with all columns");
    }
  }
}
