package org.tidemark.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.Refusal;

/**
 * The texts of {@code schemas/}: those packed with the pipeline, named in its {@code index.txt},
 * and those of an operator's folder beside it. A file of the same name takes the place of the
 * packed one; meta-schemas and published tables cannot be replaced.
 */
final class SchemaFolder {
  private static final String RESOURCE = "/schemas/";
  private static final List<String> OPEN_FOLDERS =
      List.of("tables", "codes", "mappings", "checks", "views", "indicators");
  private static final List<String> OPEN_FILES =
      List.of("disclosure.json", "standard_analyses.yaml");

  private final Map<String, Document> documents;

  private SchemaFolder(Map<String, Document> documents) {
    this.documents = documents;
  }

  /**
   * One file.
   *
   * @param name its name below {@code schemas/}
   * @param where its name in messages
   * @param text what it says
   */
  record Document(String name, String where, String text) {
    /** The file's name without folder and ending. */
    String stem() {
      String file = name.substring(name.lastIndexOf('/') + 1);
      return file.substring(0, file.lastIndexOf('.'));
    }
  }

  /** What the pipeline carries. */
  static SchemaFolder packed() {
    Map<String, Document> documents = new TreeMap<>();
    resource("index.txt")
        .lines()
        .filter(name -> !name.isBlank())
        .forEach(
            name -> documents.put(name, new Document(name, "schemas/" + name, resource(name))));
    return new SchemaFolder(documents);
  }

  /** The same with the files of an operator's folder laid over it. */
  SchemaFolder overlaid(String folder, TextFiles files) {
    Map<String, Document> laid = new TreeMap<>(documents);
    Path root = files.qualified(folder);
    for (FileStatus top : files.list(root)) {
      String name = top.getPath().getName();
      if (top.isDirectory() && OPEN_FOLDERS.contains(name)) {
        files.list(top.getPath()).forEach(f -> lay(laid, root, name + "/", f.getPath(), files));
      } else if (top.isFile() && OPEN_FILES.contains(name)) {
        lay(laid, root, "", top.getPath(), files);
      } else if (!name.startsWith("README")) {
        throw Refusal.operator(
            top.getPath().toUri().getPath(),
            "has no place in a schemas folder",
            "a schemas folder holds " + OPEN_FOLDERS + " and " + OPEN_FILES);
      }
    }
    return new SchemaFolder(laid);
  }

  private static void lay(
      Map<String, Document> laid, Path root, String prefix, Path path, TextFiles files) {
    String where = path.toUri().getPath();
    if (!TextFiles.inside(root, path)) {
      throw Refusal.operator(where, "leads out of the schemas folder", "put the file itself there");
    }
    String ending = "codes/".equals(prefix) ? "\\.csv" : "\\.(json|ya?ml)";
    if (!path.getName().matches("[A-Za-z0-9][A-Za-z0-9._-]*" + ending)) {
      throw Refusal.operator(
          where,
          "is not a file that is read here",
          "code lists end in .csv, others in .yaml, .json");
    }
    String name = prefix + path.getName();
    laid.put(name, new Document(name, where, files.read(path)));
  }

  /** The files of a folder, in name order. */
  List<Document> in(String folder) {
    return documents.values().stream().filter(d -> d.name().startsWith(folder + "/")).toList();
  }

  /** A file that is always there. */
  Document file(String name) {
    return documents.get(name);
  }

  /** SHA-256 over names and texts, in name order. */
  String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Document document : documents.values()) {
        for (String part : List.of(document.name(), document.text())) {
          byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
          // The length first, so that no two sets of files run together to the same bytes.
          digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = SchemaFolder.class.getResourceAsStream(RESOURCE + name)) {
      if (in == null) {
        throw new IllegalStateException("not packed: schemas/" + name);
      }
      return TextFiles.decode("schemas/" + name, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read schemas/" + name, e);
    }
  }
}
