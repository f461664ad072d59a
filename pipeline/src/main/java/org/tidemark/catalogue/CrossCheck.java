package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * One declared check of a record against other records, of its own table or of another one. It
 * never refuses: the record was accepted before any other was looked at.
 *
 * @param check its id, severity, message, fields, and in {@code applies} the records it speaks of;
 *     its {@code pass} is empty
 * @param kind what the other records must be
 * @param other the table of the other records
 * @param key SQL values of the record; one that is null leaves the record out
 * @param otherKey SQL values of the other record, as many: equal ones bring the two together
 * @param day SQL value of the record, a date that may be partial; empty where no day matters
 * @param from SQL value of the other record, the first day on which it holds; null: always
 * @param to likewise the last day
 * @param holds SQL predicate of the other record: whether it counts; null is no
 * @param amounts numeric fields that are summed
 */
public record CrossCheck(
    Check check,
    Kind kind,
    String other,
    List<String> key,
    List<String> otherKey,
    String day,
    String from,
    String to,
    String holds,
    List<String> amounts)
    implements Serializable {
  /** What the other records must be. */
  public enum Kind {
    /** One with the key must be there. */
    EXISTS,
    /** Of those with the key, where there are any, one must hold on the day. */
    MATCH,
    /** None with the key may hold on the day. */
    NONE,
    /** Of the table's own records with the key only the first, by day, may be there. */
    ONE,
    /** The amounts must be the sums over the table's own records with the key that hold. */
    SUM,
    /** The record's key follows its other key; nothing may follow itself, over however many. */
    CHAIN,
    /**
     * Of the table's own records with the key and one name, told by a code of it where the source's
     * mapping says which columns hold it, all must have the same {@link CrossCheck#day}, which is
     * no day here.
     */
    SAME_NAME
  }

  /** Checks that nothing is absent and copies the lists. */
  public CrossCheck {
    requireNonNull(check, "check");
    requireNonNull(kind, "kind");
    requireNonNull(other, "other");
    key = List.copyOf(key);
    otherKey = List.copyOf(otherKey);
    amounts = List.copyOf(amounts);
  }

  /** The table whose records it speaks of. */
  public String table() {
    return check.table();
  }

  /** Whether it looks at records of its own side alone. */
  public boolean ownAlone() {
    return kind == Kind.ONE || kind == Kind.CHAIN || kind == Kind.SAME_NAME;
  }

  /** Which other records it needs, and what of them: checks that agree share them. */
  public List<String> needs() {
    String by = kind == Kind.SUM || ownAlone() ? check.id() : "";
    return List.of(by, other, String.join("\n", otherKey), from, to, holds);
  }
}
