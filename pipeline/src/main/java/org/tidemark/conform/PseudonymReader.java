package org.tidemark.conform;

import java.util.Objects;
import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.model.PersonalText;
import org.tidemark.model.Pseudonyms;

/**
 * Reads ids as pseudonyms. Most ids stand once, so only the last is remembered, which an export
 * that repeats a tumour for each of its sources has again.
 *
 * <p>The first half of a value's hash is 0: it is the same under any key, so that of two records of
 * one tumour the same one is kept whatever the key. The second half is made with the key, so that
 * nobody can try ids against it.
 */
final class PseudonymReader extends FieldReader {
  private static final char SEPARATOR = 0x1F;

  private final Cell id;
  private final Cell[] within;
  private final Pseudonyms pseudonyms;
  private final String[] lastWithin;
  private final Value absent;
  private final boolean refusing;
  private String scope = "";
  private String lastText;
  private Value last;

  private PseudonymReader(Pseudonymised reading) {
    this.id = reading.id();
    this.within = reading.within();
    this.pseudonyms = Pseudonyms.of(reading.key());
    this.lastWithin = new String[within.length];
    this.absent = new Value(null, 0, 0);
    this.last = absent;
    this.refusing = reading.refusing();
  }

  static PseudonymReader of(Pseudonymised reading) {
    return new PseudonymReader(reading);
  }

  @Override
  Value read(String[] cells) {
    String text = id.text(cells);
    boolean same = sameScope(cells);
    if (!same || !Objects.equals(text, lastText)) {
      last = pseudonym(text);
      lastText = text;
    }
    return last;
  }

  private Value pseudonym(String text) {
    if (!(id.read(text) instanceof String name)) {
      return absent;
    }
    if (refusing && PersonalText.value(name)) {
      return new Value(CellType.PERSONAL, 0, 0);
    }
    Pseudonyms.Pseudonym made = pseudonyms.of(scope, name);
    return new Value(UTF8String.fromBytes(made.text()), 0, made.hash());
  }

  private boolean sameScope(String[] cells) {
    boolean same = true;
    for (int i = 0; i < within.length; i++) {
      String text = within[i].text(cells);
      same &= Objects.equals(text, lastWithin[i]);
      lastWithin[i] = text;
    }
    if (!same) {
      StringBuilder texts = new StringBuilder();
      for (int i = 0; i < within.length; i++) {
        texts
            .append(i == 0 ? "" : SEPARATOR)
            .append(Objects.toString(within[i].read(lastWithin[i]), ""));
      }
      scope = texts.toString();
    }
    return same;
  }
}
