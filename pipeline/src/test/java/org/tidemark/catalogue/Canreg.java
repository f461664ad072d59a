package org.tidemark.catalogue;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find system definitions: our own, and those beside the project. */
final class Canreg {
  /** A French registry that renamed and translated its variables. */
  static final String NORD = "registre-nord.xml";

  private Canreg() {}

  /** A definition of our own. */
  static byte[] own(String file) {
    try (InputStream in = Canreg.class.getResourceAsStream("/canreg5/" + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SystemDefinition nord() {
    return SystemDefinitionReader.read(NORD, own(NORD));
  }

  /** A file that came with CanReg5, where it lies beside the project; else the test is skipped. */
  static byte[] shared(String file) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolveSibling("shared").resolve("registry/canreg5").resolve(file);
      if (at.getFileName() != null && Files.isRegularFile(found)) {
        try {
          return Files.readAllBytes(found);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    assumeTrue(false, "skipped: CanReg5's own files are not beside the project");
    throw new AssertionError("not reached");
  }
}
