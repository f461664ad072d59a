package org.tidemark.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;

/** The text of an array's element as it was sent, but for white space between its parts. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter written;
  private final JsonGenerator generator;
  private final int longest;
  private long length;

  private JsonText(StringWriter written, JsonGenerator generator, int longest) {
    this.written = written;
    this.generator = generator;
    this.longest = longest;
  }

  static JsonText upTo(int longest) throws IOException {
    StringWriter written = new StringWriter();
    JsonGenerator generator =
        FACTORY.createGenerator(written).disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    return new JsonText(written, generator, longest);
  }

  /** Takes the token at which the parser stands, while there is room. */
  void copy(JsonParser json) throws IOException {
    length += json.getTextLength();
    if (!full()) {
      generator.copyCurrentEventExact(json);
    }
  }

  /** Takes the value at which the parser stands, with all that is in it. */
  void copyStructure(JsonParser json) throws IOException {
    int depth = 0;
    do {
      if (json.currentToken().isStructStart()) {
        depth++;
      } else if (json.currentToken().isStructEnd()) {
        depth--;
      }
      copy(json);
    } while (depth > 0 && json.nextToken() != null);
  }

  /** Whether the text grew longer than allowed, and so was cut. */
  boolean full() {
    return length > longest;
  }

  @Override
  public String toString() {
    try {
      generator.flush();
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return written.toString();
  }
}
