package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Pseudonyms of ids")
class PseudonymsTest {
  private static final String HEX = "00112233445566778899aabbccddeeff".repeat(2);
  private static final PseudonymKey KEY = PseudonymKey.parse("key", HEX);

  private static String made(PseudonymKey key, String within, String id) {
    return new String(Pseudonyms.of(key).of(within, id).text(), StandardCharsets.US_ASCII);
  }

  @Test
  @DisplayName("are 128 bits of HMAC-SHA-256 in base 32")
  void areTheCodeOfTheStandard() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(HEX), "HmacSHA256"));
    byte[] code = mac.doFinal("north\u001f20190001".getBytes(StandardCharsets.UTF_8));
    StringBuilder digits = new StringBuilder();
    for (char c : made(KEY, "north", "20190001").toCharArray()) {
      digits.append(Integer.toString("abcdefghijklmnopqrstuvwxyz234567".indexOf(c), 32));
    }
    assertThat(new BigInteger(digits.toString(), 32))
        .isEqualTo(new BigInteger(1, Arrays.copyOf(code, 16)));
    assertThat(digits).hasSize(Pseudonyms.LENGTH);
    assertThat(Pseudonyms.of(KEY).of("north", "20190001").hash())
        .isEqualTo(new BigInteger(Arrays.copyOfRange(code, 16, 24)).longValue());
  }

  @Test
  void areTheSameForTheSameIdOfOneRegistryAndKeyAlone() {
    String one = made(KEY, "north", "20190001");
    assertThat(made(KEY, "north", "20190001")).isEqualTo(one);
    assertThat(made(KEY, "south", "20190001")).isNotEqualTo(one);
    assertThat(made(KEY, "north2", "0190001")).isNotEqualTo(one);
    assertThat(made(PseudonymKey.DEMONSTRATION, "north", "20190001")).isNotEqualTo(one);
  }

  @Test
  void ofOneMakerDoNotDependOnThoseBefore() {
    Pseudonyms maker = Pseudonyms.of(KEY);
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      all.add(new String(maker.of("r", "id" + i).text(), StandardCharsets.US_ASCII));
    }
    assertThat(all).hasSize(5000).contains(made(KEY, "r", "id0"), made(KEY, "r", "id4999"));
  }

  @Test
  void aKeyMayStandInSeveralLinesUnderARemark() {
    PseudonymKey same =
        PseudonymKey.parse(
            "key",
            "# of the registry\n"
                + HEX.substring(0, 30).toUpperCase(java.util.Locale.ROOT)
                + "\r\n  "
                + HEX.substring(30)
                + "\n");
    assertThat(same.id()).isEqualTo(KEY.id()).matches("[0-9a-f]{8}");
    assertThat(made(same, "", "x")).isEqualTo(made(KEY, "", "x"));
  }

  @Test
  void aKeyIsNamedAndNeverShown() {
    assertThat(KEY.toString()).isEqualTo(KEY.id());
    assertThat(HEX).doesNotContain(KEY.id());
    assertThat(KEY.demonstration()).isFalse();
    assertThat(PseudonymKey.DEMONSTRATION.id()).isEqualTo("demonstration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "00112233", "# 00112233445566778899aabbccddeeff"})
  void whatIsNoKeyIsRefusedWithoutShowingIt(String text) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> PseudonymKey.parse("own.key", text))
        .withMessageContaining("own.key")
        .withMessageContaining("64 hexadecimal digits")
        .withMessageNotContaining("secret")
        .withMessageNotContaining("00112233");
  }
}
