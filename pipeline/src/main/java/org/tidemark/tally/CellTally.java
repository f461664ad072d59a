package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.derive.Classification;

/**
 * The cells of one partition's tumours. Whatever a row says is numbered, and numbers are counted:
 * texts are compared once a distinct text, groups and quality indices asked for once a distinct
 * tumour. Memory grows with cells and with distinct codes, not with rows.
 */
final class CellTally {
  /** The columns that are read, in this order. */
  static final List<String> COLUMNS =
      List.of(
          "source_id",
          "area",
          "sex",
          "topography",
          "morphology",
          "behaviour",
          "year",
          "age_index",
          "age_years");

  /** The columns that quality indices ask for besides, after the others. */
  static final List<String> QUALITY_COLUMNS = List.of("basis", "basis_scheme", "stage", "grade");

  private static final int TEXTS = 6;
  private static final int YEAR = COLUMNS.indexOf("year");
  private static final int AGE = COLUMNS.indexOf("age_index");
  private static final int AGE_YEARS = COLUMNS.indexOf("age_years");
  private static final int NO_YEAR = Integer.MIN_VALUE;
  private static final int NO_BAND = -1;

  private final CellGroups groups;
  private final List<QualityIndex> indices;
  private final Codes[] codes;
  private final int[] row;
  private final Pairs areas = Pairs.none();
  private final Pairs sexes = Pairs.none();
  private final Pairs years = Pairs.none();
  private final Pairs cells = Pairs.none();
  private final Pairs verified = Pairs.none();
  private final Pairs described = Pairs.none();
  private final Pairs judged = Pairs.none();
  private final Pairs known = Pairs.none();
  private final List<Long> bits = new ArrayList<>();
  private final List<long[]> counts = new ArrayList<>();

  private CellTally(Classification classification, List<QualityIndex> indices) {
    this.indices = indices;
    int texts = TEXTS + (indices.isEmpty() ? 0 : QUALITY_COLUMNS.size());
    this.codes = new Codes[texts];
    Arrays.setAll(codes, i -> Codes.none());
    this.row = new int[texts];
    this.groups = new CellGroups(classification, codes[3], codes[4], codes[5], codes[2]);
  }

  /** The tally of some rows of {@link #COLUMNS}, and of the others where quality is asked for. */
  static CellTally of(Classification classification, boolean quality, Iterator<InternalRow> rows) {
    CellTally tally = new CellTally(classification, quality ? QualityIndex.all() : List.of());
    rows.forEachRemaining(tally::add);
    return tally;
  }

  private void add(InternalRow tumour) {
    for (int i = 0; i < row.length; i++) {
      int at = i < TEXTS ? i : i + COLUMNS.size() - TEXTS;
      row[i] = tumour.isNullAt(at) ? 0 : codes[i].of(tumour.getUTF8String(at));
    }
    int band = tumour.isNullAt(AGE_YEARS) ? NO_BAND : groups.band(tumour.getInt(AGE_YEARS));
    int site = groups.site(row[3], row[4]);
    int place = sexes.of(areas.of(row[0], row[1]), row[2]);
    int year = years.of(place, tumour.isNullAt(YEAR) ? NO_YEAR : tumour.getInt(YEAR));
    int cell = cells.of(year, groups.of(site, row[5], row[2], band));
    if (cell == counts.size()) {
      counts.add(new long[CaseCells.AGES + 2 * indices.size()]);
    }
    long[] sums = counts.get(cell);
    int age = tumour.getInt(AGE);
    sums[age]++;
    if (!indices.isEmpty()) {
      for (long left = bits(site, age); left != 0; left &= left - 1) {
        sums[CaseCells.AGES + Long.numberOfTrailingZeros(left)]++;
      }
    }
  }

  /** What the indices say of the row at hand. */
  private long bits(int site, int age) {
    boolean resident = codes[1].text(row[1]).numBytes() > 0;
    boolean aged = age < CaseCells.AGES - 1;
    int basis = verified.of(row[TEXTS], row[TEXTS + 1]);
    int description = described.of(row[TEXTS + 2], row[TEXTS + 3]);
    int judgement = judged.of(basis, description);
    int number = known.of(site, judgement << 2 | (resident ? 2 : 0) | (aged ? 1 : 0));
    if (number == bits.size()) {
      bits.add(QualityIndex.bits(indices, coded(resident, aged)));
    }
    return bits.get(number);
  }

  private QualityIndex.Coded coded(boolean resident, boolean aged) {
    return new QualityIndex.Coded(
        text(3), text(4), text(6), text(7), text(8), text(9), resident, aged);
  }

  private String text(int column) {
    return codes[column].string(row[column]);
  }

  /** One row a grouping, group, source, area, sex and year. */
  Iterator<InternalRow> cells() {
    Pairs published = Pairs.none();
    List<long[]> sums = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      long[] own = counts.get(cell);
      for (int group : groups.members(cells.second(cell))) {
        int at = published.of(cells.first(cell), group);
        if (at == sums.size()) {
          sums.add(new long[own.length]);
        }
        long[] sum = sums.get(at);
        Arrays.setAll(sum, i -> sum[i] + own[i]);
      }
    }
    return IntStream.range(0, sums.size())
        .mapToObj(i -> cell(published.first(i), published.second(i), sums.get(i)))
        .iterator();
  }

  private InternalRow cell(int year, int group, long[] sums) {
    int place = years.first(year);
    int area = sexes.first(place);
    int calendar = years.second(year);
    Classification.Group of = groups.group(group);
    Object[] values = new Object[CaseCells.KEYS.size() + 1 + 2 * indices.size()];
    values[0] = UTF8String.fromString(of.grouping());
    values[1] = UTF8String.fromString(of.cancer());
    values[2] = codes[0].text(areas.first(area));
    values[3] = codes[1].text(areas.second(area));
    values[4] = codes[2].text(sexes.second(place));
    values[5] = calendar == NO_YEAR ? null : calendar;
    values[6] = new GenericArrayData(Arrays.copyOf(sums, CaseCells.AGES));
    for (int i = 7; i < values.length; i++) {
      values[i] = sums[CaseCells.AGES + i - 7];
    }
    return new GenericInternalRow(values);
  }
}
