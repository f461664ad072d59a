package org.tidemark.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.tidemark.catalogue.SourceFormat;

/** Finds the files of a source's path, in the order of their names. */
final class FileFinder {
  private FileFinder() {}

  /**
   * The files that the path or glob names. Hidden files and control totals that a glob happens to
   * match are not among them.
   */
  static List<FoundFile> find(Intake intake, Configuration conf) throws IOException {
    String path = intake.source().path();
    Path base = new Path(intake.folder());
    FileSystem baseFiles = base.getFileSystem(conf);
    Path wanted = new Path(baseFiles.makeQualified(base), path);
    FileSystem files = wanted.getFileSystem(conf);
    FileStatus[] found = files.globStatus(wanted);
    if (found == null) {
      return List.of();
    }
    String prefix = baseFiles.makeQualified(base) + Path.SEPARATOR;
    if (intake.source().format() == SourceFormat.PARQUET) {
      found = inFolders(found, files);
    }
    boolean only = found.length == 1;
    return Arrays.stream(found)
        .filter(FileStatus::isFile)
        .filter(f -> only || !aside(f.getPath().getName()))
        .map(f -> describe(f, prefix))
        .sorted(Comparator.comparing(FoundFile::name))
        .toList();
  }

  /** A Parquet table may be a folder of parts, as Spark writes it. */
  private static FileStatus[] inFolders(FileStatus[] found, FileSystem files) throws IOException {
    List<FileStatus> parts = new ArrayList<>();
    for (FileStatus one : found) {
      parts.addAll(
          one.isDirectory()
              ? List.of(files.listStatus(one.getPath(), p -> p.getName().endsWith(".parquet")))
              : List.of(one));
    }
    return parts.toArray(FileStatus[]::new);
  }

  /** What the file is now. */
  static FoundFile again(FoundFile before, Configuration conf) throws IOException {
    Path path = new Path(before.path());
    FileStatus now = path.getFileSystem(conf).getFileStatus(path);
    return new FoundFile(before.path(), before.name(), now.getLen(), now.getModificationTime());
  }

  /** Refuses a file that is no longer the one that was surveyed, as far as its storage can tell. */
  static void requireUnchanged(SurveyedFile file, Configuration conf) throws IOException {
    FoundFile before = new FoundFile(file.path(), file.name(), file.bytes(), file.modified());
    if (!again(before, conf).equals(before)) {
      throw Unreadable.of(IngestRule.CHANGED);
    }
  }

  private static boolean aside(String name) {
    return name.startsWith(".") || ControlTotal.isOne(name);
  }

  private static FoundFile describe(FileStatus file, String prefix) {
    String path = file.getPath().toString();
    String name = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    return new FoundFile(path, name, file.getLen(), file.getModificationTime());
  }
}
