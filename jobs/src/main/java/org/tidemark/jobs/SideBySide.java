package org.tidemark.jobs;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Planning a query is work for the driver: for small tables more than running it. So several are
 * planned at a time, in threads of their own, which take over the settings of the thread that asks.
 */
final class SideBySide {
  private SideBySide() {}

  /**
   * What the work gives for each item, in their order; the first failure in that order stands. All
   * work has ended by then: nothing goes on writing behind a failure.
   */
  static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    // Each waits for Spark about half of its time.
    int most = 2 * Runtime.getRuntime().availableProcessors();
    int threads = Math.max(1, Math.min(items.size(), most));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> begun = items.stream().map(i -> pool.submit(() -> work.apply(i))).toList();
      return begun.stream().map(Beside::result).toList();
    } finally {
      Beside.end(pool);
    }
  }
}
