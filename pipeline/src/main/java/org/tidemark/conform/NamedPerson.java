package org.tidemark.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Pseudonyms;

/**
 * How a name is read: as a keyed code of its plain spelling within the registry, or the space of
 * ids that registries share. No other thing is made of the columns; without the key nobody can try
 * names against it.
 *
 * @param columns that make up the name
 * @param within columns of what a person's id is unique within
 * @param key under which the code is made
 */
record NamedPerson(int[] columns, Cell[] within, PseudonymKey key) implements FieldReading {
  private static final long serialVersionUID = 1L;

  /** What stands before the scope, so that no code of a name is the pseudonym of an id. */
  private static final String NAME = "name";

  private static final char SEPARATOR = 0x1F;

  @Override
  public FieldReader reader() {
    return new Reader(this, Pseudonyms.of(key));
  }

  private static final class Reader extends FieldReader {
    private static final Value ABSENT = new Value(null, 0, 0);

    private final NamedPerson reading;
    private final Pseudonyms pseudonyms;

    private Reader(NamedPerson reading, Pseudonyms pseudonyms) {
      this.reading = reading;
      this.pseudonyms = pseudonyms;
    }

    @Override
    Value read(String[] cells) {
      List<String> parts = new ArrayList<>();
      for (int column : reading.columns) {
        parts.add(cells[column]);
      }
      String name = PlainName.of(parts);
      if (name == null) {
        return ABSENT;
      }
      StringBuilder scope = new StringBuilder(NAME);
      for (Cell cell : reading.within) {
        scope.append(SEPARATOR).append(Objects.toString(cell.read(cell.text(cells)), ""));
      }
      Pseudonyms.Pseudonym made = pseudonyms.of(scope.toString(), name);
      // As of ids: the first half of a row's hash is the same under any key.
      return new Value(UTF8String.fromBytes(made.text()), 0, made.hash());
    }
  }
}
