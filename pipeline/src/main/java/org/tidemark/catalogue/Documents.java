package org.tidemark.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tidemark.model.Refusal;

/**
 * YAML and JSON read strictly: no key twice, nothing after the end, bounded depth and text length,
 * and of YAML no anchors, aliases or tags, which would make a file say something else than it
 * shows.
 */
final class Documents {
  private static final int LONGEST_TEXT = 100_000;
  private static final Pattern REWRITTEN = Pattern.compile("[-+]?0[0-9_xo].*|.*_.*");

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(40)
          .maxStringLength(LONGEST_TEXT)
          .maxNameLength(1_000)
          .maxNumberLength(100)
          .maxDocumentLength(TextFiles.LIMIT)
          .build();

  private static final ObjectMapper JSON =
      strict(
          JsonFactory.builder()
              .streamReadConstraints(LIMITS)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  private static final ObjectMapper YAML =
      strict(
          YAMLFactory.builder()
              .streamReadConstraints(LIMITS)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              // NO is Norway, N and Y are codes: only true and false are truth values.
              .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
              .build());

  private Documents() {}

  private static ObjectMapper strict(JsonFactory factory) {
    return new ObjectMapper(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  }

  /** The tree of a document; its name's ending says which language it is in. */
  static JsonNode parse(String where, String text) {
    ObjectMapper language = where.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : YAML;
    scan(where, language, text);
    try {
      JsonNode tree = language.readTree(text);
      if (tree == null || !tree.isObject()) {
        throw Refusal.operator(where, "is not a block of keys and values", "see the documentation");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw refusal(where, "", e);
    }
  }

  /** A value as it would stand in YAML behind a key, for settings given on the command line. */
  static JsonNode value(String where, String text) {
    scan(where, YAML, text);
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw refusal(where, "", e);
    }
  }

  /** Walks the tokens once, so that an error can say where it is. */
  private static void scan(String where, ObjectMapper language, String text) {
    try (JsonParser parser = language.getFactory().createParser(text)) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          requirePlain(where, parser);
        }
      } catch (JsonProcessingException e) {
        throw refusal(where, parser.getParsingContext().pathAsPointer().toString(), e);
      }
    } catch (IOException e) {
      throw Refusal.operator(where, "cannot be read", "check the file");
    }
  }

  private static void requirePlain(String where, JsonParser parser) throws IOException {
    if (parser instanceof YAMLParser yaml
        && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
      throw Refusal.operator(
          where + " at " + parser.getParsingContext().pathAsPointer(),
          "uses an anchor, an alias or a tag",
          "write the value out");
    }
    if (parser instanceof YAMLParser && rewritten(parser)) {
      throw Refusal.operator(
          where + " at " + parser.getParsingContext().pathAsPointer(),
          "holds a number that begins with 0 or has a _ in it, which would be read as another one",
          "put it in quotes where it is a code (\"007\"), else write the number plainly");
    }
    // The YAML parser does not hold itself to the limit on text.
    if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getTextLength() > LONGEST_TEXT) {
      throw new StreamConstraintsException("text too long", parser.currentLocation());
    }
  }

  /** Whether a number is read as another text than it was written as. */
  private static boolean rewritten(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && REWRITTEN.matcher(parser.getText()).matches();
  }

  private static Refusal refusal(String where, String pointer, JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    String place = where + (pointer.isEmpty() ? "" : " at " + pointer);
    String inLine = line > 0 ? place + ", line " + line : place;
    if (e instanceof StreamConstraintsException) {
      return Refusal.operator(
          inLine, "is nested too deeply or holds too long a text", "keep it plain and short");
    }
    if (e.getOriginalMessage() != null && e.getOriginalMessage().contains("uplicate")) {
      return Refusal.operator(inLine, "gives a key twice", "keep one of the two");
    }
    return Refusal.operator(inLine, "is not well formed", "mend the brackets, quotes or indents");
  }
}
