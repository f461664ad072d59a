package org.tidemark.tally;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.tidemark.stats.PopulationHazard;
import scala.Tuple2;

/** Tallies the persons of a partition sorted by key: one key is open at a time. */
final class ByKeyIterator implements Iterator<Tuple2<String, SurvivalPart>> {
  private final Iterator<Row> rows;
  private final LifeTables lifeTables;
  private final SurvivalSlice slice;
  private final int horizon;
  private final int closing;
  private final Map<Place, Optional<PopulationHazard>> hazards = new HashMap<>();
  private Optional<Person> next;

  ByKeyIterator(
      Iterator<Row> rows, LifeTables lifeTables, SurvivalSlice slice, int horizon, int closing) {
    this.rows = rows;
    this.lifeTables = lifeTables;
    this.slice = slice;
    this.horizon = horizon;
    this.closing = closing;
    this.next = read();
  }

  private Optional<Person> read() {
    return rows.hasNext() ? Optional.of(Person.of(rows.next())) : Optional.empty();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public Tuple2<String, SurvivalPart> next() {
    String key = next.orElseThrow(NoSuchElementException::new).key();
    OpenStratum stratum = new OpenStratum(slice, horizon, closing);
    while (next.isPresent() && next.get().key().equals(key)) {
      Person person = next.get();
      stratum.add(person, hazards.computeIfAbsent(person.place(), lifeTables::of));
      next = read();
    }
    return new Tuple2<>(key, stratum.part());
  }
}
