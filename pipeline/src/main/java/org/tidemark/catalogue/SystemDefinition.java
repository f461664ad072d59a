package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a CanReg5 registry says of its own database: its variables under the names the registry gave
 * them, its dictionaries and its coding choices. Registries rename and translate variables at will;
 * what a variable means is told by its standard name alone.
 *
 * <p>Source: the CanReg5 system definition, namespace {@value SystemDefinitionReader#NAMESPACE}.
 *
 * @param registryCode the registry's short code
 * @param registryName the registry's name
 * @param language the working language, as a two-letter code
 * @param variables every variable of the three tables, in the registry's order
 * @param dictionaries the dictionaries that coded variables use, without their codes
 * @param coding the codes and forms that the registry chose
 */
public record SystemDefinition(
    String registryCode,
    String registryName,
    String language,
    List<Variable> variables,
    List<Dictionary> dictionaries,
    Coding coding) {

  /** The table of the registry's database that holds a variable. */
  public enum Table {
    /** One row a person. */
    PATIENT,
    /** One row a tumour. */
    TUMOUR,
    /** One row a notification of a tumour. */
    SOURCE
  }

  /** How the values of a variable are entered. */
  public enum Type {
    /** Text of one line. */
    ALPHA,
    /** Digits. */
    NUMBER,
    /** A date of eight digits, unknown parts as nines or zeros. */
    DATE,
    /** A code of a dictionary. */
    DICT,
    /** Text in an Asian script. */
    ASIANTEXT,
    /** Text of several lines. */
    TEXTAREA,
    /** A name in Chinese. */
    NCNAME
  }

  /**
   * One variable.
   *
   * @param shortName the column's name in the registry's exports
   * @param fullName its label on the screen
   * @param englishName its label for readers of English
   * @param table where it is stored
   * @param type how it is entered
   * @param length how many characters it holds; 0 where its dictionary decides
   * @param dictionary the name of its dictionary, or empty
   * @param standardName what it means, or empty where only the registry knows
   */
  public record Variable(
      String shortName,
      String fullName,
      String englishName,
      Table table,
      Type type,
      int length,
      String dictionary,
      String standardName) {
    /** Whether anything may be typed in: such text can name a patient. */
    public boolean freeText() {
      return type != Type.NUMBER && type != Type.DATE && type != Type.DICT;
    }
  }

  /**
   * One dictionary.
   *
   * @param id its number, as dictionary files name it
   * @param name its name, as variables name it
   * @param compound whether a code is a category followed by a detail
   * @param codeLength characters of a whole code
   */
  public record Dictionary(int id, String name, boolean compound, int codeLength) {}

  /**
   * The registry's coding choices; a text is empty where the definition does not say.
   *
   * @param male the code of males
   * @param female the code of females
   * @param unknownSex the code of unknown sex
   * @param dateFormat 0 day first, 1 month first, 2 year first, where dates are shown with
   *     separators
   * @param dateSeparator between the parts of a date that is shown
   * @param morphologyLength digits of the morphology; over 4 where behaviour (and grade) follow
   * @param basisCodes 0 for CanReg5's own list of bases of diagnosis
   */
  public record Coding(
      String male,
      String female,
      String unknownSex,
      String dateFormat,
      String dateSeparator,
      int morphologyLength,
      int basisCodes) {}

  /** Checks that nothing is absent and copies the lists. */
  public SystemDefinition {
    requireNonNull(registryCode, "registryCode");
    requireNonNull(coding, "coding");
    variables = List.copyOf(variables);
    dictionaries = List.copyOf(dictionaries);
  }

  /** The variable with one of these standard names, the first that is there, in any case. */
  public Optional<Variable> standard(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> variables.stream().filter(v -> v.standardName().equalsIgnoreCase(name)))
        .findFirst();
  }

  /** The variable of that short name. */
  public Optional<Variable> variable(String shortName) {
    return variables.stream().filter(v -> v.shortName().equals(shortName)).findFirst();
  }

  /** The dictionary of that name. */
  public Optional<Dictionary> dictionary(String name) {
    return dictionaries.stream().filter(d -> d.name().equals(name)).findFirst();
  }
}
