package org.tidemark.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.tidemark.account.Link;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.CrossCheck;
import org.tidemark.catalogue.CrossCheck.Kind;

/**
 * The links of a row: one more column of the scan that the other checks make, so that no table is
 * read again to be compared with another one.
 */
public final class CrossLinks {
  private static final String KEYS = "\u001d";
  private static final String MARKS = KEYS + Link.ROWS + Link.PARTS;

  private CrossLinks() {}

  /**
   * The column of one table's rows; empty where no check looks at them.
   *
   * @param asked the checks of the programme that can be asked, the same for every table
   */
  public static Optional<Column> of(String table, List<CrossCheck> asked) {
    List<Column> links = new ArrayList<>();
    Set<List<String>> given = new HashSet<>();
    for (CrossCheck check : asked) {
      if (check.table().equals(table)) {
        links.add(own(check, group(check, asked)));
      }
      if (check.other().equals(table) && !check.ownAlone() && given.add(check.needs())) {
        links.add(other(check, group(check, asked)));
      }
    }
    return links.isEmpty()
        ? Optional.empty()
        : Optional.of(concat_ws(Link.ROWS, links.toArray(Column[]::new)).as(StagedColumns.LINKS));
  }

  /** Checks that need the same of other rows meet them together. */
  private static String group(CrossCheck check, List<CrossCheck> asked) {
    List<String> needs = check.needs();
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).needs().equals(needs)) {
        return String.valueOf(i);
      }
    }
    throw new IllegalArgumentException("the check is not among those asked");
  }

  private static Column own(CrossCheck check, String group) {
    String applies = check.check().applies();
    Column asked = known(check.key());
    if (!applies.isBlank()) {
      asked = asked.and(coalesce(expr(applies), lit(false)));
    }
    if (check.kind() == Kind.CHAIN) {
      asked = asked.and(known(check.otherKey()));
      return when(
          asked,
          link(
              check.check().id(),
              group,
              lit(""),
              lit(Link.OWN),
              key(check.otherKey()),
              key(check.key()),
              lit("")));
    }
    if (check.kind() == Kind.SAME_NAME) {
      asked = asked.and(col(StagedColumns.NAME_CODE).isNotNull()).and(known(List.of(check.day())));
    }
    return when(
        asked,
        link(
            check.check().id(),
            group,
            key(keyed(check)),
            lit(Link.OWN),
            text(check.day()),
            lit(""),
            amounts(check)));
  }

  private static List<String> keyed(CrossCheck check) {
    return check.kind() == Kind.SAME_NAME
        ? Stream.concat(Stream.of(StagedColumns.NAME_CODE), check.key().stream()).toList()
        : check.key();
  }

  private static Column other(CrossCheck check, String group) {
    Column holds = check.holds().isBlank() ? lit(true) : coalesce(expr(check.holds()), lit(false));
    return when(
        known(check.otherKey()),
        link(
            "",
            group,
            key(check.otherKey()),
            when(holds, Link.HOLDING).otherwise(Link.OTHER),
            text(check.from()),
            text(check.to()),
            amounts(check)));
  }

  private static Column link(String rule, String group, Column... parts) {
    return concat_ws(
        Link.PARTS,
        Stream.concat(Stream.of(lit(rule), lit(group)), Stream.of(parts)).toArray(Column[]::new));
  }

  private static Column known(List<String> values) {
    return values.stream().map(v -> expr(v).isNotNull()).reduce(Column::and).orElse(lit(true));
  }

  /** A text that was sent cannot pass for two, nor for another link. */
  private static Column key(List<String> values) {
    return concat_ws(
        KEYS,
        values.stream()
            .map(v -> translate(expr(v).cast("string"), MARKS, ""))
            .toArray(Column[]::new));
  }

  private static Column text(String sql) {
    return sql.isBlank()
        ? lit("")
        : coalesce(translate(expr(sql).cast("string"), MARKS, ""), lit(""));
  }

  private static Column amounts(CrossCheck check) {
    return concat_ws(
        ";",
        check.amounts().stream()
            .map(a -> coalesce(col(a).cast("string"), lit("")))
            .toArray(Column[]::new));
  }
}
