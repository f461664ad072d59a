package org.tidemark.catalogue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.Refusal;

/**
 * Where a source may lie: below the programme's folder, or at an address of hdfs or s3a. A
 * programme file may come from somebody else; it must not make the pipeline read the operator's
 * other files.
 */
final class SourcePaths {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Set<String> REMOTE = Set.of("hdfs", "s3a");

  private final Path folder;
  private final TextFiles files;

  private SourcePaths(Path folder, TextFiles files) {
    this.folder = folder;
    this.files = files;
  }

  static SourcePaths below(Path folder, TextFiles files) {
    return new SourcePaths(folder, files);
  }

  /** The bytes of the file under another key of a source, held to the same places. */
  byte[] bytes(Entry source, String key) {
    require(source, key);
    return files.bytes(files.qualified(new Path(folder, source.text(key)).toString()));
  }

  /** Refuses the path under a key of a source that lies elsewhere. */
  void require(Entry source, String key) {
    String path = source.text(key);
    Entry at = source.at(key);
    if (path.chars().anyMatch(c -> c < ' ' || c == '\\')) {
      throw at.refusal("the path holds a backslash or a control character", "separate by '/'");
    }
    var scheme = SCHEME.matcher(path);
    if (scheme.matches()) {
      if (!REMOTE.contains(scheme.group(1)) || !path.startsWith(scheme.group(1) + "://")) {
        throw at.refusal(
            "the path has a scheme that is not read", "use a relative path, hdfs:// or s3a://");
      }
    } else {
      requireInside(at, path);
    }
  }

  private void requireInside(Entry at, String path) {
    if (path.startsWith("/")) {
      throw at.refusal("the path is absolute", "write it relative to the programme file");
    }
    int depth = 0;
    for (String step : path.split("/", -1)) {
      depth += step.equals("..") ? -1 : step.equals(".") || step.isEmpty() ? 0 : 1;
      boolean hidden = !step.equals("..") && List.of(step.split("[{},]", -1)).contains("..");
      if (depth < 0 || hidden) {
        throw leaves(at);
      }
    }
    for (Path found : files.expand(new Path(folder, path))) {
      if (!TextFiles.inside(folder, found)) {
        throw leaves(at);
      }
    }
  }

  private static Refusal leaves(Entry at) {
    return at.refusal(
        "the path leaves the programme's folder", "put the file below the programme file");
  }
}
