package org.tidemark.evaluate;

import org.tidemark.catalogue.Indicator.Measure;

/** Why a method has no answer for a measure, and what to ask for in its place. */
final class Unserved {
  private Unserved() {}

  /** Of a method that asks for shares of whole counts. */
  static String shares(String method, Measure measure) {
    String asks = method + " asks for shares of whole counts";
    return switch (measure.kind()) {
      case DURATION ->
          asks
              + ": a site's median time brings no standard error, and medians do not add up; "
              + "ask for an indicator of the share within so many days";
      case ATTAINMENT, RETENTION, SURVIVAL ->
          asks
              + ": of a share by Kaplan-Meier the sites bring no standard error; "
              + "ask for an indicator of kind share";
      default -> asks;
    };
  }
}
