package org.tidemark.bench;

import org.apache.spark.sql.SparkSession;

/**
 * The floor that the sample run is held against: a bare, untuned Spark program that starts a
 * session, counts one small CSV and stops.
 */
public final class BareSpark {
  private BareSpark() {}

  /** Counts the records of the CSV file named first. */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().master("local[*]").appName("bare").getOrCreate();
    System.out.println(spark.read().option("header", true).csv(args[0]).count());
    spark.stop();
  }
}
