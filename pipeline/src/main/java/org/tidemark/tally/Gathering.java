package org.tidemark.tally;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.tidemark.tally.SurvivalShare.Few;
import org.tidemark.tally.SurvivalShare.Many;

/**
 * How persons become tallies: where there are many strata of few persons each, the persons are sent
 * and tallied stratum by stratum where they arrive; where there are many persons to a stratum, each
 * task sends their sums. One path for a village and a continent, in memory that neither fills.
 */
final class Gathering implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<SurvivalSlice> slices;
  private final int horizon;
  private final int closing;
  private final Broadcast<LifeTables> lifeTables;

  /**
   * Gathering of given slices.
   *
   * @param horizon the longest follow-up any analysis needs, in days
   * @param closing the cut-off, days since 1970-01-01
   */
  Gathering(
      List<SurvivalSlice> slices, int horizon, int closing, Broadcast<LifeTables> lifeTables) {
    this.slices = slices;
    this.horizon = horizon;
    this.closing = closing;
    this.lifeTables = lifeTables;
  }

  /** Sends life tables to every worker. */
  static Broadcast<LifeTables> sent(LifeTables lifeTables, Dataset<Row> cases) {
    return JavaSparkContext.fromSparkContext(cases.sparkSession().sparkContext())
        .broadcast(lifeTables);
  }

  /**
   * The share of each finest stratum of each slice.
   *
   * @param persons rows of {@link FollowUpStrata}
   */
  JavaPairRDD<FinestStratum, SurvivalShare> byStratum(JavaRDD<InternalRow> persons) {
    return persons
        .mapPartitionsToPair(rows -> new GatheringIterator(rows, this))
        .reduceByKey(this::plus);
  }

  /** The persons of two shares. */
  SurvivalShare plus(SurvivalShare a, SurvivalShare b) {
    if (a instanceof Few one
        && b instanceof Few other
        && one.persons().length + other.persons().length <= Few.WIDTH * few()) {
      return one.with(other);
    }
    return new Many(part(a).plus(part(b)));
  }

  /** The tally of a share. */
  SurvivalPart part(SurvivalShare share) {
    if (share instanceof Many many) {
      return many.part();
    }
    Few few = (Few) share;
    OpenStratum stratum = open(few.slice());
    addAll(stratum, few.persons(), few.persons().length);
    return stratum.part(few.excluded());
  }

  /** A tally of nobody. */
  OpenStratum open(int slice) {
    return new OpenStratum(slices.get(slice), horizon, closing);
  }

  /** Adds persons as a share holds them, the first so many numbers. */
  void addAll(OpenStratum stratum, int[] persons, int length) {
    for (int at = 0; at < length; at += Few.WIDTH) {
      stratum.add(Followed.read(persons, at), lifeTables().of(persons[at + Followed.NUMBERS]));
    }
  }

  /**
   * Up to so many persons are sent one by one: half as many as there are days, in a sixth of the
   * space of the sums.
   */
  int few() {
    return horizon / 2;
  }

  List<SurvivalSlice> slices() {
    return slices;
  }

  LifeTables lifeTables() {
    return lifeTables.value();
  }
}
