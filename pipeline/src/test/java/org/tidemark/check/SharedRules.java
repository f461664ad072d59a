package org.tidemark.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Site/histology families as the rules beside the project write them; tests skip without. */
final class SharedRules {
  private static final Pattern FAMILY =
      Pattern.compile("\\| ([+-]\\d\\d) \\| [^|]* \\| ([^|]*) \\| (only|not) ([^|]*) \\|");

  private SharedRules() {}

  /**
   * A family.
   *
   * @param key its number, with the sign
   * @param morphologies its codes
   * @param sites beginnings of topographies, C50 or C762
   */
  record Family(String key, Set<Integer> morphologies, List<String> sites) {
    boolean breaks(String topography, int morphology) {
      boolean among = sites.stream().anyMatch(topography::startsWith);
      return morphologies.contains(morphology) && among == key.startsWith("-");
    }
  }

  static List<Family> families() {
    List<Family> families = new ArrayList<>();
    Matcher line = FAMILY.matcher(text("registry/rules.md"));
    while (line.find()) {
      Set<Integer> morphologies = new HashSet<>();
      for (String part : line.group(2).replace("†", "").split(", ")) {
        String[] ends = part.split("–");
        int last = Integer.parseInt(ends[ends.length - 1]);
        for (int code = Integer.parseInt(ends[0]); code <= last; code++) {
          morphologies.add(code);
        }
      }
      List<String> sites = new ArrayList<>();
      for (String site : line.group(4).split(" ")) {
        sites.add(site.replace(".x", "").replace(".", ""));
      }
      families.add(new Family(line.group(1), morphologies, sites));
    }
    return families;
  }

  private static String text(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared").resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          return Files.readString(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    Assumptions.abort("no shared/" + name + " beside the project");
    throw new IllegalStateException("not reached");
  }
}
