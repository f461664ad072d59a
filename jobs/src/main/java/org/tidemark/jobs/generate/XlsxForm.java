package org.tidemark.jobs.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook of one sheet. A workbook tells the hour it was made, and compressed bytes
 * depend on the library that compresses: so the hour is replaced by a fixed one and the parts are
 * stored as they are.
 */
final class XlsxForm implements Form {
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private final OutputStream out;
  private final ByteArrayOutputStream made;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int filled = 1;

  private XlsxForm(OutputStream out, ByteArrayOutputStream made, Workbook workbook, String name) {
    this.out = out;
    this.made = made;
    this.workbook = workbook;
    this.sheet = workbook.newWorksheet(name);
  }

  static XlsxForm begin(Table table, OutputStream out) {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(made, "tidemark", "1.0");
    XlsxForm form = new XlsxForm(out, made, workbook, table.name());
    for (int column = 0; column < table.columns().size(); column++) {
      form.sheet.value(0, column, table.columns().get(column));
    }
    return form;
  }

  @Override
  public void add(Table rows) {
    for (List<Object> cells : rows.rows()) {
      for (int column = 0; column < cells.size(); column++) {
        cell(sheet, filled, column, cells.get(column));
      }
      filled++;
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
    // Read by its central directory: the sizes beside the entries are of the wrong width.
    try (ZipFile from = open(made.toByteArray());
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        store(entry.getName(), timeless(entry.getName(), content), to);
      }
    }
  }

  private static ZipFile open(byte[] workbook) throws IOException {
    return ZipFile.builder()
        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
        .get();
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value != null) {
      sheet.value(row, column, value.toString());
    }
  }

  private static byte[] timeless(String name, byte[] content) {
    if (!name.equals(PROPERTIES)) {
      return content;
    }
    String properties = new String(content, StandardCharsets.UTF_8);
    return properties
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "2024-01-01T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void store(String name, byte[] content, ZipOutputStream to) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(ENTRY_TIME);
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }
}
