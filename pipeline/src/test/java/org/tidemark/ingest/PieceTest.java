package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PieceTest {
  private static final long MB = 1 << 20;

  @Test
  void manySmallFilesShareATask() throws Unreadable {
    List<List<Piece>> tasks = Piece.pack(files(3000, 1, 1000), IngestLimits.STANDARD, 2);
    assertThat(tasks).hasSizeBetween(4, 50);
    assertThat(tasks.stream().mapToInt(List::size).sum()).isEqualTo(3000);
  }

  @Test
  void aLargeFileIsSharedByTasks() throws Unreadable {
    List<List<Piece>> tasks = Piece.pack(files(1, 256, 4 * MB), IngestLimits.STANDARD, 2);
    assertThat(tasks).hasSizeBetween(32, 43);
    assertThat(tasks).allMatch(t -> t.size() <= 8);
  }

  @Test
  void allCoresWorkOnAFileOfAFewSlices() throws Unreadable {
    assertThat(Piece.pack(files(1, 10, 4 * MB), IngestLimits.STANDARD, 2)).hasSizeBetween(4, 10);
  }

  @Test
  void slicesKeepTheirOrder() throws Unreadable {
    List<Long> starts = new ArrayList<>();
    Piece.pack(files(1, 50, MB), IngestLimits.STANDARD, 3)
        .forEach(task -> task.forEach(p -> starts.add(p.slice().start())));
    assertThat(starts).hasSize(50).isSorted();
  }

  private static List<SurveyedFile> files(int count, int slices, long bytes) throws Unreadable {
    ColumnPlan plan = new ColumnPlan(List.of("id"), List.of(), List.of());
    Alignment alignment = Alignment.of(List.of("id"), plan);
    List<Slice> cuts =
        IntStream.range(0, slices)
            .mapToObj(i -> new Slice(i * bytes, (i + 1) * bytes, i + 1L, 1, 0))
            .toList();
    return IntStream.range(0, count)
        .mapToObj(i -> "f" + i + ".csv")
        .map(f -> new SurveyedFile("s", f, f, slices * bytes, 0, "", slices, alignment, cuts))
        .toList();
  }
}
