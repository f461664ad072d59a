package org.tidemark.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.sql.SparkSession;

/** A Spark session that starts while schemas and programme are read: both take a second. */
final class StartingSpark implements AutoCloseable {
  private final CompletableFuture<SparkSession> session;

  private StartingSpark(CompletableFuture<SparkSession> session) {
    this.session = session;
  }

  /** Begins to start a session on the given master. */
  static StartingSpark on(String master) {
    Room.require();
    CompletableFuture<SparkSession> session = new CompletableFuture<>();
    Thread starter =
        new Thread(
            () -> {
              try {
                session.complete(SparkStart.session(master));
              } catch (RuntimeException | Error e) {
                session.completeExceptionally(e);
              }
            },
            "spark-start");
    starter.setDaemon(true);
    starter.start();
    return new StartingSpark(session);
  }

  /** The session, once it has started. */
  SparkSession session() {
    try {
      return session.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Stops the session, also one that nobody asked for. */
  @Override
  public void close() {
    if (!session.isCompletedExceptionally()) {
      session().stop();
    }
  }
}
