package org.tidemark.conform;

import java.util.regex.Pattern;
import org.tidemark.catalogue.NumberForm;

/**
 * Brings numbers with another decimal mark or with groups of digits to plain ones. The last group
 * has three digits, the others two or three (12,34,567 in South Asia); a text with a mark anywhere
 * else is no number, so that no decimal is taken for a group.
 */
final class NumberReader implements CellType {
  private static final long serialVersionUID = 1L;
  private static final String SPACES = "[ \u00A0\u2009\u202F]";
  private static final String NO_MARK = "(?!)";

  private final NumberForm form;
  private final Pattern groups;
  private final Pattern shape;
  private final CellType plain;

  private NumberReader(NumberForm form, Pattern groups, Pattern shape, CellType plain) {
    this.form = form;
    this.groups = groups;
    this.shape = shape;
    this.plain = plain;
  }

  /**
   * The reader of a form.
   *
   * @param plain reads the plain number
   */
  static NumberReader of(NumberForm form, CellType plain) {
    String group = groupMark(form.thousands());
    String whole = "(?:\\d+|\\d{1,3}(?:" + group + "\\d{2,3})*" + group + "\\d{3})";
    String decimals = "(?:" + Pattern.quote(String.valueOf(form.decimal())) + "\\d*)?";
    Pattern shape = Pattern.compile("[+-]?" + whole + "?" + decimals + "(?:[eE][+-]?\\d{1,3})?");
    return new NumberReader(form, Pattern.compile(group), shape, plain);
  }

  private static String groupMark(char thousands) {
    return switch (thousands) {
      case NumberForm.NO_GROUPS -> NO_MARK;
      case ' ' -> SPACES;
      default -> Pattern.quote(String.valueOf(thousands));
    };
  }

  @Override
  public Object read(String text) {
    if (!shape.matcher(text).matches()) {
      return NOT_OF_TYPE;
    }
    return plain.read(groups.matcher(text).replaceAll("").replace(form.decimal(), '.'));
  }
}
