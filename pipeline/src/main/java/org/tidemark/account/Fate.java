package org.tidemark.account;

import java.io.Serializable;
import java.util.List;

/**
 * What became of some records of one file.
 *
 * @param table the shared-schema table
 * @param source the source's id
 * @param file the file's name
 * @param refusedAt the stage that refused them, or null
 * @param refusal the rule that refused them, or null
 * @param merged why they count through another record, or null
 * @param records how many
 * @param content four sums of the hashes of their content, of 32 bits a record each; of refused
 *     records, of their text as sent
 */
public record Fate(
    String table,
    String source,
    String file,
    String refusedAt,
    String refusal,
    String merged,
    long records,
    List<Long> content)
    implements Serializable {
  /** Copies the list. */
  public Fate {
    content = List.copyOf(content);
  }

  /** The same records, which turn out to count through others. */
  Fate merged(String why) {
    return new Fate(table, source, file, refusedAt, refusal, why, records, content);
  }

  /** The records that remain when some of them turn out to have another fate. */
  Fate less(Fate some) {
    List<Long> rest =
        java.util.stream.IntStream.range(0, content.size())
            .mapToObj(i -> content.get(i) - some.content().get(i))
            .toList();
    return new Fate(
        table, source, file, refusedAt, refusal, merged, records - some.records(), rest);
  }
}
