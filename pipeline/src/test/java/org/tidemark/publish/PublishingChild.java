package org.tidemark.publish;

import java.nio.file.Path;
import org.tidemark.model.Refusal;

/** Publishes versions in a JVM of its own: folder, rows a table, then one number a version. */
final class PublishingChild {
  private PublishingChild() {}

  public static void main(String[] arguments) {
    PublicationFolder folder = SampleTables.folder(Path.of(arguments[0]));
    int rows = Integer.parseInt(arguments[1]);
    PublishListener listener = new HaltingListener(System.out);
    for (int i = 2; i < arguments.length; i++) {
      int variant = Integer.parseInt(arguments[i]);
      try (PublicationLock lock = folder.lock()) {
        boolean wrote = SampleTables.publish(lock, variant, rows, listener);
        System.out.println((wrote ? "published " : "nothing to do ") + variant);
      } catch (Refusal e) {
        System.out.println(e.getMessage());
        System.exit(e.kind().exitCode());
      }
    }
  }
}
