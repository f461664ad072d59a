package org.tidemark.jobs;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark schema}: the data dictionary of the shared schema. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the data dictionary: all tables, or the fields of one.")
final class SchemaCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "TABLE", description = "one table's name")
  String table;

  @Option(names = "--schemas", paramLabel = "DIR", description = "a folder of your own")
  Optional<String> schemas = Optional.empty();

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue catalogue = CatalogueReader.read(schemas);
    PrintWriter out = spec.commandLine().getOut();
    if (table == null) {
      print(out, "Tables that rows land in", catalogue.tables());
      print(out, "Published tables", catalogue.published());
      return 0;
    }
    TableSchema known = catalogue.tables().getOrDefault(table, catalogue.published().get(table));
    if (known == null) {
      throw Refusal.operator(
          "table " + table, "there is no such table", "'bin/tidemark schema' lists all of them");
    }
    out.printf("%s: %s%n%n", known.name(), known.title());
    known.fields().forEach(f -> print(out, f));
    return 0;
  }

  private static void print(PrintWriter out, String heading, Map<String, TableSchema> tables) {
    out.println(heading);
    new TreeMap<>(tables).forEach((name, t) -> out.printf("  %-22s %s%n", name, t.title()));
    out.println();
  }

  private static void print(PrintWriter out, Field field) {
    String codes =
        field.codeList().isEmpty() ? String.join(" | ", field.values()) : field.codeList();
    out.printf(
        "  %-24s %-9s %-9s %s%s%n",
        field.name(),
        field.type().name().toLowerCase(java.util.Locale.ROOT),
        field.required() ? "required" : "",
        field.title(),
        codes.isEmpty() ? "" : " [" + codes + "]");
  }
}
