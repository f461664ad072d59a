package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What the sender says of a file in a file beside it: {@code <name>.sha256} as {@code sha256sum}
 * writes it, or {@code <name>.total.json} with {@code records} and {@code bytes}. It is the only
 * defence against a file that was cut exactly at a line end.
 */
final class ControlTotal {
  private static final String HASH = ".sha256";
  private static final String TOTAL = ".total.json";
  private static final int LONGEST = 4096;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ControlTotal() {}

  static boolean isOne(String name) {
    return name.endsWith(HASH) || name.endsWith(TOTAL);
  }

  /** Refuses a file that does not agree with a control total beside it. */
  static void hold(FoundFile file, String sha256, long records, Configuration conf)
      throws IOException {
    Optional<String> hash = beside(file, HASH, conf);
    if (hash.isPresent()) {
      String stated = hash.get().strip().toLowerCase(Locale.ROOT);
      if (!stated.startsWith(sha256)) {
        throw Unreadable.of(IngestRule.CONTROL_TOTAL, "its SHA-256 is another");
      }
    }
    Optional<String> total = beside(file, TOTAL, conf);
    if (total.isPresent()) {
      compare(total.get(), file.bytes(), records);
    }
  }

  private static void compare(String total, long bytes, long records) throws IOException {
    try (JsonParser json = JSON.createParser(total)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unclear();
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        long stated = json.nextLongValue(-1);
        long found =
            switch (name) {
              case "records" -> records;
              case "bytes" -> bytes;
              default -> throw unclear();
            };
        if (stated != found) {
          throw Unreadable.of(
              IngestRule.CONTROL_TOTAL, name + " stated " + stated + ", found " + found);
        }
      }
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw unclear();
    }
  }

  private static Unreadable unclear() {
    return Unreadable.of(
        IngestRule.CONTROL_TOTAL,
        "the control total itself cannot be read",
        "write it as {\"records\": n, \"bytes\": n}");
  }

  private static Optional<String> beside(FoundFile file, String suffix, Configuration conf)
      throws IOException {
    Path path = new Path(file.path() + suffix);
    try (InputStream in = path.getFileSystem(conf).open(path)) {
      return Optional.of(new String(in.readNBytes(LONGEST), UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}
