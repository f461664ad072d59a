package org.tidemark.jobs;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that goes on beside what follows it, in a thread of its own, which takes over the settings
 * of the thread that asks. Closing waits for its end: nothing goes on writing behind a failure.
 */
final class Beside<T> implements AutoCloseable {
  private final ExecutorService pool;
  private final Future<T> begun;

  private Beside(ExecutorService pool, Future<T> begun) {
    this.pool = pool;
    this.begun = begun;
  }

  static <T> Beside<T> begun(Supplier<T> work) {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    return new Beside<>(pool, pool.submit(work::get));
  }

  /** What the work gives; its failure, if it fails. */
  T get() {
    return result(begun);
  }

  @Override
  public void close() {
    end(pool);
  }

  /** What becomes of work in another thread. */
  static <T> T result(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes no more work and waits for what was begun. */
  static void end(ExecutorService pool) {
    pool.shutdown();
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
