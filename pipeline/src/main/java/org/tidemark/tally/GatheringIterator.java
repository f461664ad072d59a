package org.tidemark.tally;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Gathers the persons of one partition by stratum, counts those that do not enter, and hands the
 * shares on. When they have grown long the shares so far are handed on first, so that memory does
 * not grow with the partition.
 */
final class GatheringIterator implements Iterator<Tuple2<FinestStratum, SurvivalShare>> {
  /** Numbers held at most, 80 MB of them. */
  private static final int MOST = 10_000_000;

  private final Iterator<InternalRow> rows;
  private final Gathering by;
  private final PersonRows persons = PersonRows.reader();
  private final Map<Place, Integer> tables = new HashMap<>();
  private final Map<FinestStratum, GatheredStratum> strata = new HashMap<>();
  private Iterator<Tuple2<FinestStratum, SurvivalShare>> ready = Collections.emptyIterator();
  private int held;

  GatheringIterator(Iterator<InternalRow> rows, Gathering by) {
    this.rows = rows;
    this.by = by;
  }

  @Override
  public boolean hasNext() {
    if (!ready.hasNext() && rows.hasNext()) {
      strata.clear();
      held = 0;
      while (rows.hasNext() && held < MOST) {
        add(persons.person(rows.next()));
      }
      ready =
          strata.entrySet().stream()
              .map(stratum -> new Tuple2<>(stratum.getKey(), stratum.getValue().share()))
              .iterator();
    }
    return ready.hasNext();
  }

  @Override
  public Tuple2<FinestStratum, SurvivalShare> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }

  private void add(Person person) {
    int table = tables.computeIfAbsent(person.place(), by.lifeTables()::table);
    for (int slice = 0; slice < by.slices().size(); slice++) {
      if (by.slices().get(slice).window().takes(person.followed().diagnosisDay())) {
        GatheredStratum stratum = stratum(slice, person.key());
        int before = stratum.size();
        stratum.add(person, table);
        held += stratum.size() - before;
      }
    }
  }

  private GatheredStratum stratum(int slice, String key) {
    return strata.computeIfAbsent(
        new FinestStratum(slice, key), stratum -> new GatheredStratum(by, slice));
  }
}
