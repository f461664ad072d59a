package org.tidemark.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by sight what names or reaches a person, where only a pseudonym belongs. It looks for the
 * forms that come by mistake: a name, a telephone number, a national id, an address of e-mail. A
 * pseudonym that is nothing but nine digits or more is taken for a number of a person too.
 */
public final class PersonalText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}]+");
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  /** Digits with what people write between them; a leading plus is a telephone's. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s().\\-]+");

  private static final int LEAST_DIGITS = 9;

  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}\\p{M}]+(['’.\\-][\\p{L}\\p{M}]+)*\\.?([\\s,]+[\\p{L}\\p{M}'’.\\-]+)+");

  /** One word as names are written: a capital, then at least two small letters. */
  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}]{2,20}");

  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");

  /** Names of columns, whole, without accents and signs. */
  private static final Set<String> COLUMNS =
      Set.of(
          "name",
          "names",
          "nom",
          "noms",
          "nombre",
          "nombres",
          "nome",
          "nomes",
          "fullname",
          "nomcomplet",
          "nombrecompleto",
          "nomecompleto",
          "idnumber",
          "idno",
          "nid",
          "nin",
          "dni",
          "cni",
          "cpf",
          "ssn",
          "curp",
          "bi",
          "tel",
          "cell",
          "gsm",
          "portable",
          "address",
          "adresse",
          "direccion",
          "endereco");

  /** Words that make any column one of persons. */
  private static final Set<String> WORDS =
      Set.of(
          "surname",
          "firstname",
          "lastname",
          "forename",
          "givenname",
          "middlename",
          "prenom",
          "prenoms",
          "apellido",
          "apellidos",
          "sobrenome",
          "apelido",
          "apelidos",
          "phone",
          "telephone",
          "telefono",
          "telefone",
          "telemovel",
          "celular",
          "mobile",
          "cellphone",
          "msisdn",
          "whatsapp",
          "email",
          "courriel",
          "correo",
          "passport",
          "passeport",
          "pasaporte",
          "passaporte",
          "cedula",
          "nationalid",
          "identitycard");

  private static final Set<String> PERSONS =
      Set.of(
          "patient",
          "person",
          "trainee",
          "mentor",
          "mentee",
          "trainer",
          "doctor",
          "participant",
          "respondent",
          "volunteer",
          "paciente",
          "persona",
          "pessoa",
          "personne",
          "formateur");

  private static final Set<String> NAMING =
      Set.of("name", "names", "nom", "nombre", "nome", "contact", "number", "numero", "address");

  private PersonalText() {}

  /** Whether a value names or reaches a person. */
  public static boolean value(String text) {
    String bare = text.strip();
    long digits = bare.chars().filter(Character::isDigit).count();
    return (digits >= LEAST_DIGITS && NUMBER.matcher(bare).matches())
        || NAME.matcher(bare).matches()
        || WORD.matcher(bare).matches()
        || MAIL.matcher(bare).matches();
  }

  /** Whether a column of this name would hold what names or reaches persons. */
  public static boolean column(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String[] words =
        OTHER.split(CAMEL.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT).strip());
    String whole = String.join("", words);
    if (COLUMNS.contains(whole)) {
      return true;
    }
    boolean person = false;
    boolean naming = false;
    for (int i = 0; i < words.length; i++) {
      String pair = i + 1 < words.length ? words[i] + words[i + 1] : "";
      if (WORDS.contains(words[i]) || WORDS.contains(pair)) {
        return true;
      }
      person |= PERSONS.contains(words[i]);
      naming |= NAMING.contains(words[i]);
    }
    return person && naming;
  }
}
