package org.tidemark.jobs;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.tidemark.publish.PrivateFolder;
import org.tidemark.publish.PrivateLeftovers;
import org.tidemark.publish.PublicationFolder;
import org.tidemark.publish.PublicationLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark leftovers}: what killed runs left in a publication's folder. */
@Command(
    name = "leftovers",
    mixinStandardHelpOptions = true,
    description =
        "Lists the folders of runs that were killed before they were whole, and in the private"
            + " folder the lists of the last run that published nothing.")
final class LeftoversCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "the publication folder")
  Path folder;

  @Option(names = "--remove", description = "removes them; refused while a run is under way")
  boolean remove;

  @Option(
      names = "--private",
      paramLabel = "DIR",
      description = "the folder of patient-level data (default: DIR-private beside DIR)")
  Path privateFolder;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PublicationFolder publication =
        PublicationFolder.of(folder.toAbsolutePath().toUri(), new Configuration());
    PrintWriter out = spec.commandLine().getOut();
    List<String> left = remove ? removed(publication) : publication.leftovers();
    left.forEach(run -> out.println("runs/" + run + (remove ? ": removed" : "")));
    URI kept = kept();
    List<String> lists = remove ? PrivateLeftovers.remove(kept) : PrivateLeftovers.of(kept);
    lists.forEach(file -> out.println(place(kept, file) + (remove ? ": removed" : "")));
    if (left.isEmpty() && lists.isEmpty()) {
      out.println("nothing is left over");
    } else if (!remove) {
      out.println(
          "no reader sees them; --remove clears them, as the next run of the same name does");
    }
    return 0;
  }

  private URI kept() {
    return privateFolder == null
        ? PrivateFolder.beside(folder.toAbsolutePath().toUri())
        : privateFolder.toAbsolutePath().normalize().toUri();
  }

  private static Path place(URI kept, String file) {
    return Path.of(kept).resolve(file);
  }

  private static List<String> removed(PublicationFolder publication) {
    try (PublicationLock lock = publication.lock()) {
      return lock.removeLeftovers();
    }
  }
}
