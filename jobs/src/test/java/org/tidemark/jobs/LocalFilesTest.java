package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modes are those that Hadoop asks for. */
class LocalFilesTest {
  @TempDir private java.nio.file.Path folder;

  @ParameterizedTest
  @CsvSource({
    "600, rw-------",
    "644, rw-r--r--",
    "751, rwxr-x--x",
    "000, ---------",
    "777, rwxrwxrwx",
    "421, r---w---x"
  })
  void everyBitOfAModeIsSet(String octal, String shown) throws IOException {
    Configuration conf = new Configuration(false);
    conf.set("fs.file.impl", LocalFiles.class.getName());
    java.nio.file.Path file = Files.createFile(folder.resolve("a file"));
    try (FileSystem files = FileSystem.newInstance(folder.toUri(), conf)) {
      assertThat(files).isInstanceOf(LocalFiles.class);
      files.setPermission(new Path(file.toUri()), new FsPermission(Short.parseShort(octal, 8)));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(shown);
  }
}
