package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.account.Link;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.CrossCheck;
import org.tidemark.catalogue.CrossCheck.Kind;

/** What each kind of check says of rows beside others; a record number names each row. */
@DisplayName("Checks against other rows")
class CrossVerdictsTest {
  private static CrossCheck check(String id, Kind kind) {
    Check check =
        new Check(id, 1, "t", Check.Severity.QUERY, List.of("k"), "", "", "test", Map.of());
    return new CrossCheck(check, kind, "o", List.of("k"), List.of("k"), "", "", "", "", List.of());
  }

  private static InternalRow link(
      String group, String key, String side, String low, String high, String amounts, String rule) {
    Object[] cells = new Object[Link.AT_RULE + 1];
    List<String> texts = List.of(group, key, side, low, high, amounts, "source", "file");
    for (int i = 0; i < texts.size(); i++) {
      cells[i] = UTF8String.fromString(texts.get(i));
    }
    cells[Link.AT_TABLE] = UTF8String.fromString("t");
    cells[Link.AT_RULE] = UTF8String.fromString(rule);
    return new GenericInternalRow(cells);
  }

  private static InternalRow own(long record, String rule, String key, String day, String amounts) {
    InternalRow row = link("0", key, Link.OWN, day, "", amounts, rule);
    row.setLong(Link.AT_FOUND + 2, record);
    return row;
  }

  private static InternalRow other(String key, String side, String from, String to) {
    return link("0", key, side, from, to, "", "");
  }

  private static List<Long> broken(Kind kind, InternalRow... links) {
    CrossVerdicts verdicts = CrossVerdicts.on(List.of(check("R", kind)));
    List<Long> records = new ArrayList<>();
    Iterator<InternalRow> broken = verdicts.broken(List.of(links).iterator());
    broken.forEachRemaining(row -> records.add(row.getLong(Link.AT_FOUND + 2)));
    return records;
  }

  @Test
  void allOfOneNameAreLookedAtWhereTwoDiffer() {
    assertThat(
            broken(
                Kind.SAME_NAME,
                own(1, "R", "n1", "p1", ""),
                own(2, "R", "n1", "p1", ""),
                own(3, "R", "n2", "p1", ""),
                own(4, "R", "n2", "p1", ""),
                own(5, "R", "n2", "p2", ""),
                own(6, "R", "n2", "p3", ""),
                own(7, "R", "n3", "p4", "")))
        .containsExactlyInAnyOrder(3L, 4L, 5L, 6L);
  }

  @Test
  void oneWithTheKeyMustBeThere() {
    assertThat(
            broken(
                Kind.EXISTS,
                other("a", Link.OTHER, "", ""),
                own(1, "R", "a", "", ""),
                own(2, "R", "b", "", ""),
                own(3, "R", "b", "", "")))
        .containsExactly(2L, 3L);
  }

  @Test
  void oneMustHoldOnTheDayAndWithoutAnyThereIsNothingToSay() {
    assertThat(
            broken(
                Kind.MATCH,
                other("a", Link.HOLDING, "2020-03-01", "2020-12"),
                other("a", Link.HOLDING, "2022", ""),
                own(1, "R", "a", "2020-02-29", ""),
                own(2, "R", "a", "2020-03-01", ""),
                own(3, "R", "a", "2020-12-31", ""),
                own(4, "R", "a", "2021-01-01", ""),
                own(5, "R", "a", "2022-01-01", ""),
                own(6, "R", "a", "2020", ""),
                own(7, "R", "b", "2020-01-01", ""),
                other("c", Link.OTHER, "", ""),
                own(8, "R", "c", "", "")))
        .containsExactly(1L, 4L, 8L);
  }

  @Test
  void noneMayHold() {
    assertThat(
            broken(
                Kind.NONE,
                other("a", Link.HOLDING, "2021-01-02", ""),
                other("a", Link.OTHER, "", ""),
                own(1, "R", "a", "2021-01-01", ""),
                own(2, "R", "a", "2021-01-02", ""),
                own(3, "R", "b", "2021-01-02", "")))
        .containsExactly(2L);
  }

  @Test
  void onlyTheFirstMayBeThere() {
    assertThat(
            broken(
                Kind.ONE,
                own(1, "R", "a", "2020", ""),
                own(2, "R", "a", "2021", ""),
                own(3, "R", "b", "2021", "")))
        .containsExactly(2L);
  }

  @Test
  void aTotalIsTheSumOfItsPartsWhereAllAreKnown() {
    assertThat(
            broken(
                Kind.SUM,
                link("0", "a", Link.HOLDING, "", "", "3;1;5", ""),
                link("0", "a", Link.HOLDING, "", "", "4;;0", ""),
                link("0", "a", Link.OTHER, "", "", "100;100;100", ""),
                own(1, "R", "a", "", "7;9;5"),
                own(2, "R", "a", "", "7;1;6"),
                own(3, "R", "a", "", ";1;5"),
                own(4, "R", "b", "", "7;1;6")))
        .containsExactly(2L);
  }

  private static InternalRow taught(long record, String person, String by) {
    InternalRow row = link("0", "", Link.OWN, by, person, "", "R");
    row.setLong(Link.AT_FOUND + 2, record);
    return row;
  }

  @Test
  void nobodyIsTaughtByWhomHeTaught() {
    assertThat(
            broken(
                Kind.CHAIN,
                taught(1, "b", "a"),
                taught(2, "c", "b"),
                taught(3, "a", "c"),
                taught(4, "d", "c"),
                taught(5, "e", "d"),
                taught(6, "f", "f"),
                taught(7, "g", "h")))
        .containsExactlyInAnyOrder(1L, 2L, 3L, 6L);
  }
}
