package org.tidemark.catalogue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.Refusal;

/** The operator's own text files: small, strict UTF-8, wherever Hadoop can read. */
final class TextFiles {
  /** No file of settings or rules comes near this. */
  static final int LIMIT = 4 << 20;

  private final Configuration configuration;

  private TextFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  static TextFiles of(Configuration configuration) {
    return new TextFiles(configuration);
  }

  /** The path with its scheme and no relative parts. */
  Path qualified(String path) {
    try {
      Path asked = new Path(path);
      return asked.getFileSystem(configuration).makeQualified(asked);
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.operator(
          path, "is not a path that can be read", "check its spelling and scheme");
    }
  }

  /** The text of a file. */
  String read(Path path) {
    return decode(path.toUri().getPath(), bytes(path));
  }

  /** The bytes of a file that says itself in what encoding it is. */
  byte[] bytes(Path path) {
    String where = path.toUri().getPath();
    try (InputStream in = path.getFileSystem(configuration).open(path)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw Refusal.operator(where, "is larger than 4 MiB", "this is not a file of settings");
      }
      return bytes;
    } catch (IOException e) {
      throw Refusal.operator(
          where, "cannot be read as a file", "check that it exists and may be read");
    }
  }

  /** Text of bytes that must be UTF-8; a byte order mark at the front is left out. */
  static String decode(String where, byte[] bytes) {
    return decode(where, bytes, StandardCharsets.UTF_8.name());
  }

  /** Text of bytes in an encoding that this Java has. */
  static String decode(String where, byte[] bytes, String encoding) {
    try {
      Charset charset = Charset.forName(encoding);
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Refusal.operator(where, "is not " + encoding + " text", "save it as " + encoding);
    }
  }

  /** What a folder holds, in name order. */
  List<FileStatus> list(Path folder) {
    try {
      FileStatus[] found = folder.getFileSystem(configuration).listStatus(folder);
      Arrays.sort(found);
      return List.of(found);
    } catch (IOException e) {
      throw Refusal.operator(
          folder.toUri().getPath(), "cannot be read as a folder", "name a folder that exists");
    }
  }

  /** What a path with wildcards stands for; nothing where it stands for nothing yet. */
  List<Path> expand(Path glob) {
    try {
      FileSystem files = glob.getFileSystem(configuration);
      FileStatus[] found = files.globStatus(glob);
      return found == null ? List.of() : Arrays.stream(found).map(FileStatus::getPath).toList();
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.operator(glob.toUri().getPath(), "is not a path or glob", "mend the wildcards");
    }
  }

  /** Whether a local path, its symbolic links followed, lies in a folder; always, elsewhere. */
  static boolean inside(Path folder, Path path) {
    if (!"file".equals(folder.toUri().getScheme())) {
      return true;
    }
    try {
      String root = new File(folder.toUri().getPath()).getCanonicalPath();
      String real = new File(path.toUri().getPath()).getCanonicalPath();
      return real.equals(root) || real.startsWith(root + File.separator);
    } catch (IOException e) {
      return false;
    }
  }
}
