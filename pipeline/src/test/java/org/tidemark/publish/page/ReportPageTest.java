package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as a document: whole, well-formed, closed in itself, the same from any order. */
class ReportPageTest {
  private static final String FULL = Fixture.page(Fixture.full());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incidence",
        "survival",
        "quality",
        "indicator",
        "evaluation",
        "accounting",
        "finding",
        "none"
      })
  void pageOfOneTableOrNoneIsWholeAndWellFormed(String table) throws Exception {
    Document page = parse(Fixture.page(Fixture.only(table)));
    assertThat(texts(page, "h2"))
        .containsExactly(
            "In five sentences",
            "How complete the reports are",
            "Incidence by age",
            "Survival",
            "Capacity scorecard",
            "Quality of the registry data",
            "What was left out, and why",
            "How the numbers are made");
    assertThat(page.getElementsByTagName("main").getLength()).isEqualTo(1);
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
  }

  @Test
  void fullPageHasEveryChartWithTitleDescriptionAndTable() throws Exception {
    Document page = parse(FULL);
    List<Element> drawings = elements(page, "svg");
    assertThat(drawings).hasSize(8);
    for (Element svg : drawings) {
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      String[] ids = svg.getAttribute("aria-labelledby").split(" ");
      assertThat(text(svg, "title", ids[0])).isNotBlank();
      assertThat(text(svg, "desc", ids[1])).isNotBlank();
    }
    for (Element figure : elements(page, "figure")) {
      Element details = (Element) figure.getElementsByTagName("details").item(0);
      assertThat(details.getElementsByTagName("table").getLength()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void idsAreUniqueAndReferencesResolve(boolean full) throws Exception {
    Document page = parse(full ? FULL : Fixture.page(Fixture.evaluated()));
    List<String> ids = attributes(page, "id");
    assertThat(ids).doesNotHaveDuplicates();
    for (String reference : attributes(page, "aria-labelledby")) {
      assertThat(ids).contains(reference.split(" "));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tablesHaveCaptionScopesAndUniqueHeads(boolean full) throws Exception {
    String html = full ? FULL : Fixture.page(Fixture.evaluated());
    for (Element table : elements(parse(html), "table")) {
      assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
      NodeList heads = table.getElementsByTagName("th");
      List<String> columns = new ArrayList<>();
      for (int i = 0; i < heads.getLength(); i++) {
        Element head = (Element) heads.item(i);
        assertThat(head.getAttribute("scope")).isIn("col", "row");
        if (head.getAttribute("scope").equals("col")) {
          columns.add(head.getTextContent());
        }
      }
      assertThat(columns).doesNotHaveDuplicates().allMatch(column -> !column.isBlank());
      NodeList rows = table.getElementsByTagName("tr");
      for (int i = 0; i < rows.getLength(); i++) {
        assertThat(cells((Element) rows.item(i))).isEqualTo(columns.size());
      }
    }
  }

  @Test
  void headingsDescendOneLevelAtATime() {
    List<Integer> levels =
        Pattern.compile("<h([1-6])")
            .matcher(FULL)
            .results()
            .map(match -> Integer.parseInt(match.group(1)))
            .toList();
    assertThat(levels.get(0)).isEqualTo(1);
    assertThat(Collections.frequency(levels, 1)).isEqualTo(1);
    assertThat(IntStream.range(1, levels.size()))
        .allMatch(i -> levels.get(i) <= levels.get(i - 1) + 1);
  }

  @Test
  void pageAsksForNothingAndRunsNothing() {
    assertThat(FULL.replaceAll("xmlns=\"[^\"]*\"", ""))
        .doesNotContain("http:", "https:", "<script", "@import", "url(", "javascript:")
        .doesNotContainPattern("\\son[a-z]+=");
  }

  @Test
  void noValueOfAHiddenRowIsOnThePage() {
    for (PublishedRows rows : List.of(Fixture.full(), Fixture.withheld(), Fixture.evaluated())) {
      assertThat(Fixture.page(rows)).doesNotContain("777777", "777,777", "888888", "canary");
    }
  }

  @Test
  void hostileWordsAreWordsOnly() throws Exception {
    String csv =
        "indicator,level,unit_id,period,stratum,statistic,value,numerator,denominator,status\n"
            + "REP-01,site,<script>alert(1)</script> & \"x\",2023Q1,,share,100,5,5,OK\n";
    Document page = parse(Fixture.page(Fixture.table("indicator", csv)));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script> & \"x\"");
  }

  @Test
  void rowsInAnyOrderGiveTheSameBytes() {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      PublishedRows shuffled =
          table -> {
            List<Map<String, String>> rows = new ArrayList<>(Fixture.full().rows(table));
            Collections.shuffle(rows, random);
            return rows;
          };
      assertThat(Fixture.page(shuffled)).isEqualTo(FULL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "de-DE"})
  void localeOfTheMachineChangesNothing(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(Fixture.page(Fixture.full())).isEqualTo(FULL);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void saysWhatItIsAndForWhen() throws Exception {
    Document page = parse(FULL);
    assertThat(texts(page, "h1")).containsExactly("Sample programme");
    Element header = elements(page, "header").get(0);
    assertThat(header.getTextContent().replace(Wording.NBSP, " "))
        .contains("31 December 2023", "2023-12-31-0123456789ab", "colrec and North");
  }

  private static Document parse(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Element::getTextContent).toList();
  }

  private static List<String> attributes(Document page, String name) {
    return elements(page, "*").stream()
        .map(element -> element.getAttribute(name))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static String text(Element parent, String tag, String id) {
    Element child = (Element) parent.getElementsByTagName(tag).item(0);
    assertThat(child.getAttribute("id")).isEqualTo(id);
    return child.getTextContent();
  }

  private static int cells(Element row) {
    return row.getElementsByTagName("th").getLength() + row.getElementsByTagName("td").getLength();
  }

  /** Every figure of a figure's table is one of the published rows', rounded: none is invented. */
  @Test
  void numbersOfTheSurvivalTableAreThePublishedOnes() {
    Table table = SurvivalCurve.of(Fixture.reading(Fixture.full())).figure().orElseThrow().table();
    assertThat(table.rows().stream().map(row -> row.get(1).text().replace(Wording.NBSP, " ")))
        .containsExactly("68.2 %", "50.9 %", "44.1 %", "42.1 %");
    List<MatchResult> printed = Pattern.compile("68\\.2\u00a0%").matcher(FULL).results().toList();
    assertThat(printed).hasSizeGreaterThanOrEqualTo(3);
  }
}
