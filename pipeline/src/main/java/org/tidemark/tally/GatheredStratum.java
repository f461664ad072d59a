package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidemark.derive.SurvivalExclusion;
import org.tidemark.tally.SurvivalShare.Few;
import org.tidemark.tally.SurvivalShare.Many;

/** A stratum of one slice within a task, while its persons come. */
final class GatheredStratum {
  private static final int FIRST = 8;

  private final Gathering by;
  private final int slice;
  private final long[] excluded = new long[SurvivalExclusion.values().length];
  private final List<OpenStratum> sums = new ArrayList<>();
  private int[] persons = new int[FIRST * Few.WIDTH];
  private int length;

  GatheredStratum(Gathering by, int slice) {
    this.by = by;
    this.slice = slice;
  }

  /**
   * Adds a person whose diagnosis the slice asks about, or counts why it does not enter.
   *
   * @param table number of the person's life table
   */
  void add(Person person, int table) {
    Optional<SurvivalExclusion> reason = reason(person);
    if (reason.isPresent()) {
      excluded[reason.get().ordinal()]++;
    } else if (sums.isEmpty()) {
      keep(person.followed(), table);
    } else {
      sums.get(0).add(person.followed(), by.lifeTables().of(table));
    }
  }

  private Optional<SurvivalExclusion> reason(Person person) {
    return person.excluded().isEmpty()
        ? by.slices().get(slice).excludes(person.flags())
        : Optional.of(SurvivalExclusion.labelled(person.excluded()));
  }

  private void keep(Followed person, int table) {
    if (length == persons.length) {
      persons = Arrays.copyOf(persons, 2 * length);
    }
    person.write(persons, length);
    persons[length + Followed.NUMBERS] = table;
    length += Few.WIDTH;
    if (length > by.few() * Few.WIDTH) {
      OpenStratum open = by.open(slice);
      by.addAll(open, persons, length);
      sums.add(open);
      persons = new int[0];
      length = 0;
    }
  }

  /** About how many numbers are held. */
  int size() {
    return sums.isEmpty() ? persons.length / 2 : sums.get(0).size();
  }

  SurvivalShare share() {
    return sums.isEmpty()
        ? new Few(slice, Arrays.copyOf(persons, length), excluded)
        : new Many(sums.get(0).part(excluded));
  }
}
