package org.tidemark.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.tidemark.account.Link;
import org.tidemark.account.LinkJudge;
import org.tidemark.catalogue.CrossCheck;
import org.tidemark.catalogue.CrossCheck.Kind;

/**
 * Decides checks against other rows, over links that stand together by what they look at: the other
 * rows of a key are remembered, the rows that are asked pass by.
 */
public final class CrossVerdicts implements LinkJudge {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Kind> kinds;

  private CrossVerdicts(HashMap<String, Kind> kinds) {
    this.kinds = kinds;
  }

  /** The verdicts on some checks. */
  public static CrossVerdicts on(List<CrossCheck> asked) {
    HashMap<String, Kind> kinds = new HashMap<>();
    asked.forEach(c -> kinds.put(name(c.table(), c.check().id()), c.kind()));
    return new CrossVerdicts(kinds);
  }

  private static String name(String table, String rule) {
    return table + " " + rule;
  }

  @Override
  public Iterator<InternalRow> broken(Iterator<InternalRow> links) {
    return new Broken(kinds, links);
  }

  /** Walks over the links; of those that are asked it hands on the ones that fail. */
  private static final class Broken implements Iterator<InternalRow> {
    private final Map<String, Kind> kinds;
    private final Iterator<InternalRow> links;
    private final List<InternalRow> waiting = new ArrayList<>();
    private OtherRows others = OtherRows.of("", "");
    private Chain chain = Chain.of("");
    private SameName named = SameName.of("", "");
    private Optional<InternalRow> next = Optional.empty();

    private Broken(Map<String, Kind> kinds, Iterator<InternalRow> links) {
      this.kinds = kinds;
      this.links = links;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && (!waiting.isEmpty() || links.hasNext())) {
        if (waiting.isEmpty()) {
          take(links.next());
          if (!links.hasNext()) {
            waiting.addAll(chain.circles());
          }
        } else {
          next = Optional.of(waiting.remove(waiting.size() - 1));
        }
      }
      return next.isPresent();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      InternalRow broken = next.orElseThrow();
      next = Optional.empty();
      return broken;
    }

    private void take(InternalRow link) {
      String group = text(link, Link.AT_GROUP);
      String key = text(link, Link.AT_KEY);
      if (!chain.isOf(group)) {
        waiting.addAll(chain.circles());
        chain = Chain.of(group);
      }
      if (!others.isOf(group, key)) {
        others = OtherRows.of(group, key);
      }
      if (!text(link, Link.AT_SIDE).equals(Link.OWN)) {
        others.add(link);
        return;
      }
      Kind kind = kinds.get(name(text(link, Link.AT_TABLE), text(link, Link.AT_RULE)));
      if (kind == Kind.CHAIN) {
        chain.add(link.copy());
      } else if (kind == Kind.SAME_NAME) {
        named = named.isOf(group, key) ? named : SameName.of(group, key);
        waiting.addAll(named.broken(link));
      } else if (others.broken(kind, link)) {
        waiting.add(link.copy());
      }
    }
  }

  static String text(InternalRow row, int at) {
    return row.getUTF8String(at).toString();
  }
}
