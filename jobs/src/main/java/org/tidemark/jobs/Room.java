package org.tidemark.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.model.Refusal;

/**
 * What Spark needs of this machine before it can start: without it Spark ends the process, some of
 * it without a word.
 */
final class Room {
  /** Spark keeps 300 MB for itself and wants half as much again. */
  private static final long HEAP = 450L << 20;

  /** Native libraries are unpacked there, and what does not fit into memory is spilled. */
  private static final long TEMPORARY = 64L << 20;

  private static final String JAVA_FOLDER = "java.io.tmpdir";
  private static final String SPARK_FOLDERS = "SPARK_LOCAL_DIRS";

  private Room() {}

  /** Refuses a machine without the memory or the temporary folder that Spark needs. */
  static void require() {
    requireHeap(Runtime.getRuntime().maxMemory());
    requireFolders(System.getProperty(JAVA_FOLDER), System.getenv(SPARK_FOLDERS));
  }

  static void requireHeap(long bytes) {
    if (bytes < HEAP) {
      throw Refusal.machine(
          "memory",
          "the heap has %d MB, Spark needs %d".formatted(bytes >> 20, HEAP >> 20),
          "give more with TIDEMARK_HEAP, as in TIDEMARK_HEAP=1g",
          null);
    }
  }

  /** Of Spark's own folders one that can be used is enough. */
  static void requireFolders(String java, String spark) {
    String fault = fault(Path.of(java));
    if (fault != null) {
      throw refusal(java, fault, "TIDEMARK_JVM_OPTS=-D" + JAVA_FOLDER + "=FOLDER");
    }
    if (spark == null || spark.isBlank()) {
      return;
    }
    Map<String, String> faults = new LinkedHashMap<>();
    List<String> folders = Arrays.stream(spark.split(",")).map(String::strip).toList();
    folders.forEach(f -> faults.put(f, faultOf(f)));
    if (!faults.containsValue(null)) {
      String first = folders.get(0);
      throw refusal(first, faults.get(first), SPARK_FOLDERS + "=FOLDER");
    }
  }

  private static Refusal refusal(String folder, String fault, String setting) {
    return Refusal.machine(
        "temporary folder " + folder,
        fault,
        "free the space, or name another with " + setting,
        null);
  }

  private static String faultOf(String folder) {
    try {
      return fault(Path.of(folder));
    } catch (InvalidPathException e) {
      return "is not a path";
    }
  }

  private static String fault(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "tidemark-", null));
      long free = Files.getFileStore(folder).getUsableSpace();
      return free < TEMPORARY
          ? "has %d MB of room, Spark needs %d".formatted(free >> 20, TEMPORARY >> 20)
          : null;
    } catch (IOException e) {
      return "cannot be written";
    }
  }
}
