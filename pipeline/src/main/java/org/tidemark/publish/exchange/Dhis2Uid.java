package org.tidemark.publish.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids of DHIS2 objects: eleven letters and digits, the first a letter, always the same for the same
 * code, so that a second import changes objects instead of adding others.
 */
final class Dhis2Uid {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String SIGNS = LETTERS + "0123456789";
  private static final int LENGTH = 11;

  private Dhis2Uid() {}

  /**
   * The id of an object.
   *
   * @param kind the kind of object
   * @param code its code
   */
  static String of(String kind, String code) {
    byte[] hash = sha256((kind + "/" + code).getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      String from = i == 0 ? LETTERS : SIGNS;
      id.append(from.charAt(Byte.toUnsignedInt(hash[i]) % from.length()));
    }
    return id.toString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
