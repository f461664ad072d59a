package org.tidemark.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/**
 * Makes pseudonyms: HMAC-SHA-256 (RFC 2104, FIPS 198-1) of an id and of what it is unique within,
 * cut to 128 bits. The same id within the same registry has the same pseudonym under one key, and
 * nobody without the key can try ids. It is not for several threads.
 */
public final class Pseudonyms {
  /** How many characters a pseudonym has. */
  public static final int LENGTH = 26;

  private static final byte[] ALPHABET =
      "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);

  private static final byte SEPARATOR = 0x1F;
  private static final int BITS = 5;
  private static final int LOW_BITS = 31;

  private final Mac mac;

  private Pseudonyms(Mac mac) {
    this.mac = mac;
  }

  /** A maker under a key. */
  public static Pseudonyms of(PseudonymKey key) {
    return new Pseudonyms(key.mac());
  }

  /**
   * A pseudonym.
   *
   * @param text in ASCII, {@link #LENGTH} characters of a to z and 2 to 7
   * @param hash 64 further bits of the same code
   */
  public record Pseudonym(byte[] text, long hash) {}

  /**
   * The pseudonym of an id.
   *
   * @param within what the id is unique within, as a registry; empty where it is unique by itself
   */
  public Pseudonym of(String within, String id) {
    mac.update(within.getBytes(StandardCharsets.UTF_8));
    mac.update(SEPARATOR);
    ByteBuffer code = ByteBuffer.wrap(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
    byte[] text = new byte[LENGTH];
    long high = code.getLong();
    long low = code.getLong();
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET[(int) low & LOW_BITS];
      low = low >>> BITS | high << Long.SIZE - BITS;
      high >>>= BITS;
    }
    return new Pseudonym(text, code.getLong());
  }
}
