package org.tidemark.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.model.Refusal;

/**
 * Reads the system definition of a CanReg5 registry. It comes from outside and is trusted as little
 * as any file: at most {@link TextFiles#LIMIT} bytes, no document type, no entity, bounded texts.
 */
public final class SystemDefinitionReader {
  /** The XML namespace of system definitions. */
  public static final String NAMESPACE = "http://xml.netbeans.org/schema/canregSystemFileSchema";

  private static final int MORPHOLOGY_LENGTH = 4;

  private final String where;

  private SystemDefinitionReader(String where) {
    this.where = where;
  }

  /**
   * The definition.
   *
   * @param where the file's name, for messages
   * @param xml its bytes; read in the encoding that they declare
   * @throws Refusal of kind OPERATOR where they are no system definition
   */
  public static SystemDefinition read(String where, byte[] xml) {
    if (xml.length > TextFiles.LIMIT) {
      throw Refusal.operator(where, "is larger than 4 MiB", "this is not a system definition");
    }
    return new SystemDefinitionReader(where).definition(SystemXml.blocks(where, xml));
  }

  private SystemDefinition definition(List<SystemXml.Block> blocks) {
    SystemXml.Block general = one("general", blocks);
    List<SystemDefinition.Variable> variables =
        blocks.stream().filter(b -> b.kind().equals("variable")).map(this::variable).toList();
    requireNames(variables);
    return new SystemDefinition(
        general.text("registry_code"),
        general.text("registry_name"),
        general.text("working_language"),
        variables,
        blocks.stream().filter(b -> b.kind().equals("dictionary")).map(this::dictionary).toList(),
        coding(one("coding", blocks)));
  }

  private SystemXml.Block one(String kind, List<SystemXml.Block> blocks) {
    return blocks.stream()
        .filter(b -> b.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.operator(
                    where, "has no block '" + kind + "'", "export it from CanReg5 again"));
  }

  private SystemDefinition.Variable variable(SystemXml.Block block) {
    return new SystemDefinition.Variable(
        block.text("short_name"),
        block.text("full_name"),
        block.text("english_name"),
        constant(block, "table", SystemDefinition.Table.class, SystemDefinition.Table.TUMOUR),
        constant(block, "variable_type", SystemDefinition.Type.class, null),
        number(block, "variable_length", 0),
        block.text("use_dictionary"),
        block.text("standard_variable_name"));
  }

  private SystemDefinition.Dictionary dictionary(SystemXml.Block block) {
    return new SystemDefinition.Dictionary(
        number(block, "dictionary_id", -1),
        block.text("name"),
        block.text("type").equalsIgnoreCase("Compound"),
        number(block, "full_dictionary_code_length", 0));
  }

  private SystemDefinition.Coding coding(SystemXml.Block block) {
    return new SystemDefinition.Coding(
        block.text("male_code"),
        block.text("female_code"),
        block.text("unknown_sex_code"),
        block.text("date_format"),
        block.text("date_separator"),
        number(block, "morphology_length", MORPHOLOGY_LENGTH),
        number(block, "basis_diag_codes", 0));
  }

  private <E extends Enum<E>> E constant(
      SystemXml.Block block, String element, Class<E> kind, E absent) {
    String text = block.text(element);
    if (text.isEmpty() && absent != null) {
      return absent;
    }
    return Arrays.stream(kind.getEnumConstants())
        .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> refusal(block, element, "one of those that CanReg5 knows"));
  }

  private int number(SystemXml.Block block, String element, int absent) {
    String text = block.text(element);
    if (text.isEmpty()) {
      return absent;
    }
    // Four digits are more than any length or number of CanReg5 has.
    if (!text.matches("-?[0-9]{1,4}")) {
      throw refusal(block, element, "a whole number");
    }
    return Integer.parseInt(text);
  }

  private Refusal refusal(SystemXml.Block block, String element, String kind) {
    return Refusal.operator(
        where + ", " + block.kind() + " at line " + block.line(),
        "its " + element + " is not " + kind,
        "export the file from CanReg5 again");
  }

  /** A name stands for one variable: two would make a column mean two things. */
  private void requireNames(List<SystemDefinition.Variable> variables) {
    if (variables.isEmpty()) {
      throw Refusal.operator(where, "has no variables", "export the file from CanReg5 again");
    }
    Map<String, String> seen = new HashMap<>();
    for (SystemDefinition.Variable variable : variables) {
      if (variable.shortName().isEmpty()) {
        throw Refusal.operator(where, "has a variable without a short name", "name it in CanReg5");
      }
      requireOnce(seen, "short name " + variable.shortName(), variable);
      if (!variable.standardName().isEmpty()) {
        String standard = variable.standardName().toLowerCase(Locale.ROOT);
        requireOnce(seen, "standard name " + standard, variable);
      }
    }
  }

  private void requireOnce(
      Map<String, String> seen, String name, SystemDefinition.Variable variable) {
    String other = seen.put(name, variable.shortName());
    if (other != null) {
      throw Refusal.operator(
          where,
          "two variables, '%s' and '%s', have the %s".formatted(other, variable.shortName(), name),
          "correct one of them in CanReg5's database structure editor");
    }
  }
}
