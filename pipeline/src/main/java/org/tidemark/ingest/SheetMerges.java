package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The merged cells of a sheet: all show what the first of them holds, and the others hold nothing
 * (ECMA-376 part 1, 18.3.1.55). The workbook's reader leaves them out, so they are looked up in the
 * sheet's own part.
 */
final class SheetMerges {
  private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
  private static final Pattern ID = Pattern.compile("\\sId\\s?=\\s?[\"']([^\"']+)[\"']");
  private static final Pattern TARGET = Pattern.compile("\\sTarget\\s?=\\s?[\"']([^\"']+)[\"']");
  private static final Pattern MERGED =
      Pattern.compile(
          "<(?:\\w+:)?mergeCell\\s+ref\\s?=\\s?[\"']([A-Z]{1,3}\\d{1,7}:[A-Z]{1,3}\\d{1,7})[\"']");

  private final List<Range> ranges;

  private record Range(int top, int left, int bottom, int right) {
    boolean holds(int row, int column) {
      return row >= top && row <= bottom && column >= left && column <= right;
    }
  }

  private SheetMerges(List<Range> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /** The merged cells of a sheet of a workbook that {@link ZipGuard} has let pass. */
  static SheetMerges of(byte[] workbook, Sheet sheet) throws IOException {
    try (ZipFile parts =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      Matcher relations = RELATION.matcher(text(parts, "xl/_rels/workbook.xml.rels"));
      while (relations.find()) {
        Matcher id = ID.matcher(relations.group());
        Matcher target = TARGET.matcher(relations.group());
        if (id.find() && target.find() && id.group(1).equals(sheet.getId())) {
          return new SheetMerges(ranges(text(parts, part(target.group(1)))));
        }
      }
      return new SheetMerges(List.of());
    }
  }

  private static String part(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  private static String text(ZipFile parts, String name) throws IOException {
    ZipArchiveEntry part = parts.getEntry(name);
    if (part == null) {
      return "";
    }
    try (InputStream in = parts.getInputStream(part)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static List<Range> ranges(String sheet) {
    List<Range> ranges = new ArrayList<>();
    Matcher merged = MERGED.matcher(sheet);
    while (merged.find()) {
      String[] ends = merged.group(1).split(":", -1);
      ranges.add(new Range(row(ends[0]), column(ends[0]), row(ends[1]), column(ends[1])));
    }
    return ranges;
  }

  private static int row(String cell) {
    return Integer.parseInt(cell.replaceFirst("^[A-Z]+", ""));
  }

  private static int column(String cell) {
    int column = 0;
    for (char c : cell.replaceFirst("\\d+$", "").toCharArray()) {
      column = column * 26 + c - 'A' + 1;
    }
    return column - 1;
  }

  /** The row of the cell that says what this one shows. */
  int row(int row, int column) {
    return range(row, column).top();
  }

  /** The column, from 0, of the cell that says what this one shows. */
  int column(int row, int column) {
    return range(row, column).left();
  }

  private Range range(int row, int column) {
    return ranges.stream()
        .filter(r -> r.holds(row, column))
        .findFirst()
        .orElse(new Range(row, column, row, column));
  }
}
