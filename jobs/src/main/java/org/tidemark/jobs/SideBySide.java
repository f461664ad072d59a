package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

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
      List<R> results = new ArrayList<>();
      for (Future<R> future : begun) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      end(pool);
    }
  }

  /** What the first work gives, while the second is done beside it; the first's failure stands. */
  static <R> R of(Supplier<R> first, Runnable second) {
    List<Supplier<Optional<R>>> both =
        List.of(
            () -> Optional.of(first.get()),
            () -> {
              second.run();
              return Optional.empty();
            });
    return map(both, Supplier::get).get(0).orElseThrow();
  }

  private static void end(ExecutorService pool) {
    pool.shutdown();
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
