package org.tidemark.jobs.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder in memory. */
final class InMemory implements Folder {
  private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

  @Override
  public OutputStream create(String path) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    files.put(path, bytes);
    return bytes;
  }

  byte[] bytes(String path) {
    return files.get(path).toByteArray();
  }

  List<String> lines(String path) {
    return files.get(path).toString(StandardCharsets.UTF_8).lines().toList();
  }

  List<String> names() {
    return List.copyOf(files.keySet());
  }
}
