package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.model.Refusal;

/**
 * Reads a CanReg5 dictionary file: for each dictionary a line with {@code #}, its number, a tab and
 * its name after dashes, then one line a code with a tab and its label, then a blank line. A
 * compound dictionary lists its categories, of fewer characters, before its whole codes.
 */
public final class DictionaryFile {
  private static final List<String> COLUMNS = List.of("code", "label", "edition");

  private final String where;
  private final String edition;
  private final Map<Integer, CodeTable> tables = new LinkedHashMap<>();
  private final Set<String> codes = new HashSet<>();
  private List<Map<String, String>> rows;

  private DictionaryFile(String where, String edition) {
    this.where = where;
    this.edition = edition;
  }

  /**
   * The code lists by the dictionaries' numbers, in the file's order.
   *
   * @param where the file's name, for messages
   * @param text what it says
   * @param edition what the code lists carry as their edition, as the registry's name and year
   * @throws Refusal of kind OPERATOR where a line is none of the three kinds, or a code or a
   *     dictionary stands twice; it names the line, not what stands there
   */
  public static Map<Integer, CodeTable> read(String where, String text, String edition) {
    DictionaryFile file = new DictionaryFile(where, edition);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      file.line(i + 1, lines.get(i));
    }
    return file.tables;
  }

  /** Whole codes only: those of the longest kind in a list that also has categories. */
  public static List<String> wholeCodes(CodeTable table, int codeLength) {
    return codeLength <= 0
        ? table.codes()
        : table.codes().stream().filter(code -> code.length() == codeLength).toList();
  }

  private void line(int number, String line) {
    if (line.isBlank()) {
      return;
    }
    int tab = line.indexOf('\t');
    String head = (tab < 0 ? line : line.substring(0, tab)).strip();
    String label = tab < 0 ? "" : line.substring(tab + 1).strip();
    if (head.matches("#[0-9]{1,4}")) {
      begin(number, Integer.parseInt(head.substring(1)), label.replaceFirst("^-+", ""));
    } else if (tab <= 0 || head.isEmpty()) {
      throw refusal(number, "is neither a dictionary's head nor a code with a label");
    } else if (rows == null) {
      throw refusal(number, "has a code before the first dictionary");
    } else if (!codes.add(head)) {
      throw refusal(number, "has a code that its dictionary has already");
    } else {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("code", head);
      row.put("label", label);
      row.put("edition", edition);
      rows.add(row);
    }
  }

  private void begin(int number, int id, String name) {
    rows = new ArrayList<>();
    codes.clear();
    if (tables.put(id, new CodeTable(name, COLUMNS, rows)) != null) {
      throw refusal(number, "begins a dictionary that the file has already");
    }
  }

  private Refusal refusal(int number, String what) {
    return Refusal.operator(where + ", line " + number, what, "mend the line, or export it again");
  }
}
