package org.tidemark.model;

import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which ids of patients become pseudonyms: at least 256 bits, written as hexadecimal
 * digits. It has a name of its own, which may be published and does not give it away.
 */
public final class PseudonymKey implements Serializable {
  /** The key of the sample programme. Everybody knows it: what it hides can be found out. */
  public static final PseudonymKey DEMONSTRATION =
      new PseudonymKey(
          HexFormat.of()
              .parseHex("84f1b4d33623cc8cb311d88b2ae67f8af8ef8f49f83a1818b0c423d4f557e52d"));

  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 32;
  private static final int NAME_BYTES = 4;

  private final byte[] secret;

  private PseudonymKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Reads a key.
   *
   * @param where the file or variable that holds it, for messages
   * @param text hexadecimal digits in any number of lines; a line that begins with # says something
   *     about it
   * @throws Refusal of kind OPERATOR where it is none
   */
  public static PseudonymKey parse(String where, String text) {
    String digits =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining())
            .toLowerCase(Locale.ROOT);
    if (!digits.matches("([0-9a-f]{2})*") || digits.length() < 2 * LEAST_BYTES) {
      throw Refusal.operator(
          where,
          "is not a key of at least 64 hexadecimal digits",
          "make one with 'openssl rand -hex 32', and keep it where only you can read it");
    }
    return new PseudonymKey(HexFormat.of().parseHex(digits));
  }

  /** The key's name: {@code demonstration}, or eight hexadecimal digits made from it. */
  public String id() {
    if (demonstration()) {
      return "demonstration";
    }
    byte[] named = mac().doFinal(new byte[] {0});
    return HexFormat.of().formatHex(Arrays.copyOf(named, NAME_BYTES));
  }

  /** Whether it is the key that everybody knows. */
  public boolean demonstration() {
    return Arrays.equals(secret, DEMONSTRATION.secret);
  }

  /** A maker of codes under this key; it is not for several threads. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Its name, never the key. */
  @Override
  public String toString() {
    return id();
  }
}
