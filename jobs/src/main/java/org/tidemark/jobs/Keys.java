package org.tidemark.jobs;

import java.util.Map;
import org.tidemark.catalogue.Programme;
import org.tidemark.model.PseudonymKey;

/** Which key hides the ids of a run: that of the environment goes before the programme's. */
final class Keys {
  /** The environment variable that may hold a key, for places where no file may. */
  static final String VARIABLE = "TIDEMARK_KEY";

  private Keys() {}

  /**
   * The key.
   *
   * @throws org.tidemark.model.Refusal where the variable holds none
   */
  static PseudonymKey of(Programme programme, Map<String, String> environment) {
    String own = environment.getOrDefault(VARIABLE, "");
    return own.isBlank()
        ? programme.key()
        : PseudonymKey.parse("environment variable " + VARIABLE, own);
  }
}
