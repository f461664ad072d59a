package org.tidemark.catalogue;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tidemark.model.Refusal;

/**
 * The blocks of a system definition, each a list of names and texts. Nothing outside the file is
 * ever read: a document type, and with it every entity, is refused.
 */
final class SystemXml {
  private static final Set<String> BLOCKS = Set.of("general", "dictionary", "variable", "coding");
  private static final Pattern ENCODING =
      Pattern.compile("(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");

  private static final int LONGEST_TEXT = 10_000;
  private static final int DEEPEST = 20;

  private final String where;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Block open;
  private int depth;

  private SystemXml(String where) {
    this.where = where;
  }

  /**
   * One block.
   *
   * @param kind its element's name
   * @param line where it begins
   * @param texts element → text, stripped; the first where an element stands twice
   */
  record Block(String kind, int line, Map<String, String> texts) {
    String text(String element) {
      return texts.getOrDefault(element, "");
    }
  }

  /** The blocks in the file's order, in the encoding that the file declares. */
  static List<Block> blocks(String where, byte[] xml) {
    // The platform's own reader: others on the class path answer to other switches.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    SystemXml walk = new SystemXml(where);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(where, xml)));
      while (reader.hasNext()) {
        walk.event(reader.next(), reader);
      }
      return walk.blocks;
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw walk.refusal(line, "is not well-formed XML", "export it from CanReg5 again");
    }
  }

  /** Decoded here and not by the platform, which prints what it cannot decode. */
  private static String text(String where, byte[] xml) {
    String head = new String(xml, 0, Math.min(xml.length, 200), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    try {
      Charset charset =
          declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
      String text = charset.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw Refusal.operator(
          where, "is not text in the encoding that it declares", "save it as UTF-8");
    }
  }

  private void event(int event, XMLStreamReader reader) {
    int line = reader.getLocation().getLineNumber();
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw refusal(
              line,
              "has a document type or an entity",
              "a system definition needs none: take it out");
      case XMLStreamConstants.START_ELEMENT -> start(reader, line);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(reader.getText(), line);
      case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
      default -> {
        // Comments and processing instructions say nothing.
      }
    }
  }

  private void start(XMLStreamReader reader, int line) {
    String name = reader.getLocalName();
    boolean canreg =
        name.equals("canreg") && SystemDefinitionReader.NAMESPACE.equals(reader.getNamespaceURI());
    if (depth == 0 && !canreg) {
      throw refusal(
          line,
          "is not a CanReg5 system definition",
          "name the .xml file of the registry's system");
    }
    if (++depth > DEEPEST) {
      throw refusal(line, "is nested too deeply", "export it from CanReg5 again");
    }
    if (open == null && BLOCKS.contains(name)) {
      open = new Block(name, line, new LinkedHashMap<>());
    }
    text.setLength(0);
  }

  private void add(String piece, int line) {
    if (text.length() + piece.length() > LONGEST_TEXT) {
      throw refusal(line, "holds too long a text", "export it from CanReg5 again");
    }
    text.append(piece);
  }

  private void end(String name) {
    depth--;
    if (open != null && open.kind().equals(name)) {
      blocks.add(open);
      open = null;
    } else if (open != null) {
      open.texts().putIfAbsent(name, text.toString().strip());
    }
    text.setLength(0);
  }

  private Refusal refusal(int line, String what, String mend) {
    return Refusal.operator(line > 0 ? where + ", line " + line : where, what, mend);
  }
}
