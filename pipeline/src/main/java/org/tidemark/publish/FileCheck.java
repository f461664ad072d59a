package org.tidemark.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * One published file re-read.
 *
 * @param files where it lies
 * @param path the file
 * @param expected what the manifest says of it
 */
record FileCheck(FileSystem files, Path path, PublishedFile expected) {
  static FileCheck of(FileSystem files, Path path, PublishedFile expected) {
    return new FileCheck(files, path, expected);
  }

  /** What is wrong with the file; empty if nothing is. */
  Optional<String> fault() {
    try {
      long bytes = files.getFileStatus(path).getLen();
      if (bytes != expected.bytes()) {
        return Optional.of("has " + bytes + " bytes, not " + expected.bytes());
      }
      if (!sha256().equals(expected.sha256())) {
        return Optional.of("has not the SHA-256 of the manifest");
      }
      return expected.rows().isPresent() ? rowFault(expected.rows().getAsLong()) : Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.of("is missing");
    } catch (IOException | RuntimeException e) {
      return Optional.of("cannot be read");
    }
  }

  private Optional<String> rowFault(long wanted) throws IOException {
    long rows = expected.path().endsWith(".parquet") ? parquetRows() : csvRows();
    return rows == wanted ? Optional.empty() : Optional.of("has " + rows + " rows, not " + wanted);
  }

  private String sha256() throws IOException {
    try (InputStream in = files.open(path)) {
      return Hashes.hex(in);
    }
  }

  private long csvRows() throws IOException {
    CSVFormat format = CsvTwin.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    long rows = 0;
    try (Reader reader = new InputStreamReader(files.open(path), StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, format)) {
      for (CSVRecord row : parser) {
        rows += row.isConsistent() ? 1 : 0;
      }
    }
    return rows;
  }

  private long parquetRows() throws IOException {
    HadoopInputFile file =
        HadoopInputFile.fromStatus(files.getFileStatus(path), new Configuration(files.getConf()));
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      return reader.getRecordCount();
    }
  }
}
