package org.tidemark.conform;

import java.util.Optional;
import org.tidemark.coding.MorphologyCode;

/**
 * Reads behaviour or grade where the morphology may carry it as its fifth or sixth digit: the 3 of
 * {@code 8500/3}. The field's own column goes before; where it is empty, or a grade unknown, the
 * digit holds, and any other code must agree with it. A source without the column has the digit
 * alone.
 */
final class CarriedDigit implements Joint.Reading {
  private static final long serialVersionUID = 1L;
  private static final String BEHAVIOUR = "behaviour";
  private static final String UNKNOWN = "9";

  private final Cell own;
  private final Cell morphology;
  private final boolean grade;

  private CarriedDigit(Cell own, Cell morphology, boolean grade) {
    this.own = own;
    this.morphology = morphology;
    this.grade = grade;
  }

  /** Whether a morphology may carry the codes of a list. */
  static boolean carries(String codeList) {
    return codeList.equals(BEHAVIOUR) || codeList.equals("grade");
  }

  /**
   * The reading.
   *
   * @param own the field's column, which a source may lack
   * @param morphology the column of the morphology
   * @param codeList the field's codes, one that is {@linkplain #carries carried}
   */
  static Joint of(Cell own, Cell morphology, String codeList) {
    return new Joint(
        new Cell[] {own, morphology},
        new CarriedDigit(own, morphology, !codeList.equals(BEHAVIOUR)));
  }

  @Override
  public Object read(String[] texts) {
    Object said = own.read(texts[0]);
    String code = morphology.code(texts[1]);
    String digit =
        Optional.ofNullable(code)
            .flatMap(MorphologyCode::read)
            .map(m -> grade ? m.grade() : m.behaviour())
            .orElse("");
    if (digit.isEmpty()) {
      return said;
    }
    Object carried = own.read(digit);
    if (unknown(said)) {
      return carried;
    }
    return unknown(carried) || said.equals(carried) ? said : CellType.CONTRADICTED;
  }

  /** A grade of 9 is unknown; a behaviour of 9 says something. */
  private boolean unknown(Object code) {
    return code == null || (grade && code.equals(UNKNOWN));
  }
}
