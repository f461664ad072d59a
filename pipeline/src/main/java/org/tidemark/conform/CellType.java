package org.tidemark.conform;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.tidemark.catalogue.DateForm;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.NumberForm;
import org.tidemark.catalogue.Spelling;
import org.tidemark.model.AgeText;

/**
 * Reads the text of one cell into the stored form of its field. A text that is not of the type
 * gives {@link #NOT_OF_TYPE}; the caller refuses the record by the field's rule, without the value.
 */
interface CellType extends Serializable {
  /** What {@link #read} gives for a text that cannot be of the type. */
  Object NOT_OF_TYPE = new Object();

  /** Read where two columns of a record say different things of one field. */
  Object CONTRADICTED = new Object();

  /** Read where a text names or reaches a person and only a pseudonym belongs. */
  Object PERSONAL = new Object();

  /** What a whole number is written with beside digits. */
  String WHOLE = "+-";

  /** What a decimal number is written with beside digits. */
  String DECIMAL = ".+-eE";

  /** The stored value, null for unknown, or {@link #NOT_OF_TYPE}. */
  Object read(String text);

  /** Whether a text that is not of the type is a date but for its month, which is the 13th. */
  default boolean thirteenthMonth(String text) {
    return false;
  }

  /** The reader of a field type; dates by pattern where one is given, else ISO 8601. */
  static CellType of(FieldType type, String datePattern) {
    boolean pattern = type == FieldType.DATE && datePattern != null;
    return pattern ? DateReader.of(DateForm.of(datePattern)) : plain(type);
  }

  /** The reader of a field or input as its source spells it. */
  static CellType of(String name, FieldType type, Spelling spelling) {
    return switch (type) {
      case DATE -> DateReader.of(spelling.date(name));
      case INTEGER, NUMBER -> {
        AgeText ages = spelling.ages().get(name);
        NumberForm form = spelling.numbers().get(name);
        if (ages != null) {
          yield AgeReader.of(ages);
        }
        yield form == null ? plain(type) : NumberReader.of(form, plain(type));
      }
      default -> plain(type);
    };
  }

  private static CellType plain(FieldType type) {
    return switch (type) {
      case STRING, LIST -> text -> text;
      case INTEGER -> CellType::integer;
      case NUMBER -> CellType::number;
      case BOOLEAN -> CellType::truth;
      case DATE -> IsoDates.READER;
      case DATETIME -> IsoDates::dateTime;
    };
  }

  /** The Spark type in which a field type is stored. */
  static DataType stored(FieldType type) {
    return switch (type) {
      case INTEGER -> DataTypes.IntegerType;
      case NUMBER -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case STRING, LIST, DATE, DATETIME -> DataTypes.StringType;
    };
  }

  private static Object integer(String text) {
    // Java also reads the digits of other scripts, which only a mapping may allow.
    if (!madeOf(text, WHOLE)) {
      return NOT_OF_TYPE;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notANumber) {
      return NOT_OF_TYPE;
    }
  }

  private static Object number(String text) {
    // Java also reads "1d", "NaN" and hexadecimal; a sender who writes these means something else.
    if (!madeOf(text, DECIMAL)) {
      return NOT_OF_TYPE;
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? (Object) value : NOT_OF_TYPE;
    } catch (NumberFormatException notANumber) {
      return NOT_OF_TYPE;
    }
  }

  private static boolean madeOf(String text, String signs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && signs.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Object truth(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (Set.of("true", "1", "yes", "y").contains(word)) {
      return true;
    }
    return Set.of("false", "0", "no", "n").contains(word) ? (Object) false : NOT_OF_TYPE;
  }
}
