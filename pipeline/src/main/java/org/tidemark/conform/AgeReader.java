package org.tidemark.conform;

import org.tidemark.model.AgeText;

/** Reads ages in completed years, however they are written. */
final class AgeReader implements CellType {
  private static final long serialVersionUID = 1L;

  private final AgeText ages;

  private AgeReader(AgeText ages) {
    this.ages = ages;
  }

  static AgeReader of(AgeText ages) {
    return new AgeReader(ages);
  }

  @Override
  public Object read(String text) {
    AgeText.Reading reading = ages.read(text);
    return switch (reading.kind()) {
      case YEARS -> reading.years();
      case UNKNOWN -> null;
      case NOT_AN_AGE -> NOT_OF_TYPE;
    };
  }
}
