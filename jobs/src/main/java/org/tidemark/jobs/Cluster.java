package org.tidemark.jobs;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where Spark's parts find each other: on loopback alone for a run on one machine; executors
 * outside this process need our jars, and the doors of the JDK that Spark uses.
 */
final class Cluster {
  private static final String LOOPBACK = "127.0.0.1";

  private Cluster() {}

  /** Settings for a master. */
  static Map<String, String> settings(String master) {
    Map<String, String> settings = new TreeMap<>();
    boolean inside = master.startsWith("local");
    if (inside || master.contains(LOOPBACK)) {
      settings.put("spark.driver.host", LOOPBACK);
      settings.put("spark.driver.bindAddress", LOOPBACK);
    }
    if (inside) {
      // Memory that runs out in a task is to fail the run, which says so, and not to end the
      // process.
      settings.put("spark.executor.killOnFatalError.depth", "0");
      return settings;
    }
    String options =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(o -> o.startsWith("--add-opens") || o.startsWith("-Djdk.reflect"))
            .collect(Collectors.joining(" "));
    settings.put("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    settings.put("spark.executor.extraJavaOptions", options);
    return settings;
  }
}
