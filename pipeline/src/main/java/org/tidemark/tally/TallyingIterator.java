package org.tidemark.tally;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.tidemark.derive.SurvivalExclusion;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.SurvivalTally;
import scala.Tuple2;

/**
 * Tallies the persons of one partition by stratum, and counts those that do not enter, and hands
 * the tallies on. When many strata are open the tallies so far are handed on first, so that memory
 * does not grow with the partition.
 */
final class TallyingIterator implements Iterator<Tuple2<String, SurvivalPart>> {
  private static final int OPEN_DAYS = 2_000_000;
  private static final int REASON = 8;

  private final Iterator<Row> rows;
  private final LifeTables lifeTables;
  private final int horizon;
  private final int openStrata;
  private final Map<String, Optional<PopulationHazard>> hazards = new HashMap<>();
  private final Map<String, Open> open = new HashMap<>();
  private Iterator<Map.Entry<String, Open>> ready = Collections.emptyIterator();

  TallyingIterator(Iterator<Row> rows, LifeTables lifeTables, int horizon) {
    this.rows = rows;
    this.lifeTables = lifeTables;
    this.horizon = horizon;
    this.openStrata = Math.max(1, OPEN_DAYS / horizon);
  }

  /** A stratum that is being tallied. */
  private static final class Open {
    private final SurvivalTally tally;
    private final long[] excluded = new long[SurvivalExclusion.values().length];
    private int yearFrom = SurvivalPart.NO_YEARS[0];
    private int yearTo = SurvivalPart.NO_YEARS[1];

    private Open(int horizon) {
      this.tally = SurvivalTally.empty(horizon);
    }

    private SurvivalPart part() {
      return new SurvivalPart(tally.toArray(), yearFrom, yearTo, excluded);
    }
  }

  @Override
  public boolean hasNext() {
    if (!ready.hasNext() && rows.hasNext()) {
      open.clear();
      while (rows.hasNext() && open.size() < openStrata) {
        add(rows.next());
      }
      ready = open.entrySet().iterator();
    }
    return ready.hasNext();
  }

  @Override
  public Tuple2<String, SurvivalPart> next() {
    if (!hasNext()) {
      throw new java.util.NoSuchElementException();
    }
    Map.Entry<String, Open> stratum = ready.next();
    return new Tuple2<>(stratum.getKey(), stratum.getValue().part());
  }

  private void add(Row person) {
    Open stratum = open.computeIfAbsent(person.getString(0), key -> new Open(horizon));
    if (person.isNullAt(REASON)) {
      enter(person, stratum);
    } else {
      stratum.excluded[SurvivalExclusion.labelled(person.getString(REASON)).ordinal()]++;
    }
  }

  private void enter(Row person, Open stratum) {
    int year = person.getInt(7);
    stratum.yearFrom = Math.min(stratum.yearFrom, year);
    stratum.yearTo = Math.max(stratum.yearTo, year);
    Optional<PopulationHazard> hazard =
        hazards.computeIfAbsent(person.getString(1), lifeTables::of);
    int days = person.getInt(5);
    boolean died = person.getBoolean(6);
    if (hazard.isPresent()) {
      stratum.tally.add(
          person.getInt(3), person.getInt(4), days, died, hazard.get(), person.getInt(2));
    } else {
      stratum.tally.addObserved(0, days, died);
    }
  }
}
