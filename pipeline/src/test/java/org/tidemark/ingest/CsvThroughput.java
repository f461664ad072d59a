package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures the survey and the reading of one generated file of 25 columns in one thread, by the
 * processor time of that thread. Not a test: {@code java -cp … org.tidemark.ingest.CsvThroughput
 * [rows] [quoted|damaged]}.
 */
final class CsvThroughput {
  private static final Logger LOG = System.getLogger(CsvThroughput.class.getName());
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int COLUMNS = 25;
  private static final int ROUNDS = 7;
  private static final String[] DAMAGE = {"\"", "\0", ",", "x\"", "\"x\" y"};

  private CsvThroughput() {}

  public static void main(String[] args) throws IOException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    String kind = args.length > 1 ? args[1] : "plain";
    Path dir = Files.createTempDirectory("throughput");
    String[] columns =
        IntStream.range(0, COLUMNS).mapToObj(i -> "column_" + i).toArray(String[]::new);
    Folder folder = Folder.of(dir, "rows.csv", columns);
    folder.put("rows.csv", rows(rows, String.join(",", columns), kind).getBytes(UTF_8));
    long bytes = Files.size(dir.resolve("rows.csv"));
    SurveyedFile file = folder.accepted();
    report("survey", bytes, rows, () -> folder.accepted().records());
    report("read", bytes, rows, () -> count(folder, file));
    Files.delete(dir.resolve("rows.csv"));
    Files.delete(dir);
  }

  private static long count(Folder folder, SurveyedFile file) {
    List<Piece> pieces = file.slices().stream().map(s -> new Piece(file, s)).toList();
    PieceReader records = PieceReader.of(pieces, folder.intake(), folder.limits(), Folder.CONF);
    long good = 0;
    while (records.hasNext()) {
      good += records.next().fault() == null ? 1 : 0;
    }
    return good;
  }

  private static void report(String what, long bytes, long rows, LongSupplier work) {
    for (int round = 0; round < ROUNDS; round++) {
      long begin = CLOCK.getCurrentThreadCpuTime();
      long records = work.getAsLong();
      double seconds = (CLOCK.getCurrentThreadCpuTime() - begin) / 1e9;
      String text =
          String.format(
              Locale.ROOT,
              "%s: %d records, %.0f MB/s, %.2f microseconds a record",
              what,
              records,
              bytes / 1e6 / seconds,
              seconds * 1e6 / rows);
      LOG.log(Level.INFO, text);
    }
  }

  private static String rows(int rows, String header, String kind) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < rows; i++) {
      String line =
          IntStream.range(0, COLUMNS)
              .mapToObj(c -> cell(c, random, kind.equals("quoted")))
              .collect(Collectors.joining(","));
      text.append(kind.equals("damaged") && i % 2 == 0 ? DAMAGE[i / 2 % DAMAGE.length] : "");
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String cell(int column, Random random, boolean quoted) {
    String value =
        switch (column % 5) {
          case 0 -> "P" + random.nextInt(100_000_000);
          case 1 -> String.valueOf(random.nextInt(10));
          case 2 -> String.format(Locale.ROOT, "20%02d-%02d-11", random.nextInt(24), 10);
          case 3 -> "C" + random.nextInt(100) + "." + random.nextInt(10);
          default -> random.nextInt(4) == 0 ? "" : "text" + random.nextInt(1000);
        };
    return quoted ? '"' + value + '"' : value;
  }
}
