package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.tidemark.stats.PopulationHazard;
import scala.Tuple2;

/**
 * Tallies the persons of one partition by stratum, and counts those that do not enter, and hands
 * the tallies on. When many strata are open the tallies so far are handed on first, so that memory
 * does not grow with the partition.
 */
final class TallyingIterator implements Iterator<Tuple2<String, SurvivalPart>> {
  /** Between the key of a finest stratum and the number of its slice. */
  static final char SLICE = '\u0004';

  private static final int OPEN_DAYS = 2_000_000;

  private final Iterator<Row> rows;
  private final LifeTables lifeTables;
  private final List<SurvivalSlice> slices;
  private final int horizon;
  private final int closing;
  private final int openStrata;
  private final Map<Place, Optional<PopulationHazard>> hazards = new HashMap<>();
  private final List<Map<String, OpenStratum>> open = new ArrayList<>();
  private Iterator<Tuple2<String, SurvivalPart>> ready = Collections.emptyIterator();

  TallyingIterator(
      Iterator<Row> rows,
      LifeTables lifeTables,
      List<SurvivalSlice> slices,
      int horizon,
      int closing) {
    this.rows = rows;
    this.lifeTables = lifeTables;
    this.slices = slices;
    this.horizon = horizon;
    this.closing = closing;
    this.openStrata = Math.max(1, OPEN_DAYS / horizon);
    slices.forEach(slice -> open.add(new HashMap<>()));
  }

  @Override
  public boolean hasNext() {
    if (!ready.hasNext() && rows.hasNext()) {
      open.forEach(Map::clear);
      while (rows.hasNext() && opened() < openStrata) {
        add(rows.next());
      }
      ready = parts();
    }
    return ready.hasNext();
  }

  @Override
  public Tuple2<String, SurvivalPart> next() {
    if (!hasNext()) {
      throw new java.util.NoSuchElementException();
    }
    return ready.next();
  }

  private int opened() {
    int sum = 0;
    for (Map<String, OpenStratum> slice : open) {
      sum += slice.size();
    }
    return sum;
  }

  private Iterator<Tuple2<String, SurvivalPart>> parts() {
    return IntStream.range(0, open.size())
        .boxed()
        .flatMap(
            slice ->
                open.get(slice).entrySet().stream()
                    .map(e -> new Tuple2<>(e.getKey() + SLICE + slice, e.getValue().part())))
        .iterator();
  }

  private void add(Row row) {
    Person person = Person.of(row);
    Optional<PopulationHazard> hazard =
        person.excluded().isEmpty()
            ? hazards.computeIfAbsent(person.place(), lifeTables::of)
            : Optional.empty();
    for (int i = 0; i < slices.size(); i++) {
      SurvivalSlice slice = slices.get(i);
      if (slice.window().takes(person.diagnosisDay())) {
        open.get(i)
            .computeIfAbsent(person.key(), key -> new OpenStratum(slice, horizon, closing))
            .add(person, hazard);
      }
    }
  }
}
