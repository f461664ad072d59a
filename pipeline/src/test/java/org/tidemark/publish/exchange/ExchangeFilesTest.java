package org.tidemark.publish.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

@DisplayName("Indicators for other systems")
class ExchangeFilesTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Map<String, String> row(String text) {
    String[] cells = text.split(",", -1);
    String[] columns = {
      "indicator",
      "level",
      "unit_id",
      "period",
      "stratum",
      "statistic",
      "value",
      "numerator",
      "denominator",
      "status"
    };
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], cells[i]);
    }
    return row;
  }

  private static final List<Map<String, String>> ROWS =
      List.of(
          row("OUT-01,site,B & <b>,2022Q1,,share,50,10,20,LOW_RELIABILITY"),
          row("OUT-01,site,A,2022Q1,,share,0,0,31,OK"),
          row("OUT-01,site,A,2022Q2,,share,,,,SUPPRESSED"),
          row("OUT-01,site,A,2022Q2,,share_known,80,16,20,OK"),
          row("OUT-01,site,A,2022Q1,ses=1,share,0,0,31,OK"),
          row("OUT-01,site,A,2022,,share,10,5,50,OK"),
          row("OUT-01,site,A,all,,share,10,5,50,OK"),
          row("OUT-01,area,North,2022Q1,,share,20,10,50,OK"),
          row("WRK-01,site,A,2022Q1,,rate,12.5,2.5,200,OK"),
          row("PAT-01,site,A,2022Q1,,median,9,40,44,OK"));

  private static Map<String, byte[]> files(List<Map<String, String>> rows) {
    return ExchangeFiles.of(
        Set.copyOf(ExchangeFiles.FORMS),
        rows,
        CATALOGUE.indicators(),
        "sample",
        LocalDate.of(2023, 12, 31),
        "en");
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(files(ROWS).get("exchange/" + name));
  }

  @Test
  void valuesAreTextsOneAKeyOfTheSmallestUnitsAndShortestPeriods() throws IOException {
    List<String> told = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonNode value : json("dhis2-data-values.json").path("dataValues")) {
      assertThat(value.path("value").isTextual()).isTrue();
      String key =
          value.path("dataElement").asText()
              + " "
              + value.path("orgUnit").asText()
              + " "
              + value.path("period").asText();
      assertThat(keys.add(key)).as(key).isTrue();
      told.add(key + " " + value.path("value").asText());
    }
    assertThat(told)
        .containsExactly(
            "OUT-01_NUM A 2022Q1 0",
            "OUT-01_DEN A 2022Q1 31",
            "OUT-01_STATUS A 2022Q1 OK",
            "OUT-01_STATUS A 2022Q2 SUPPRESSED",
            "OUT-01_NUM B & <b> 2022Q1 10",
            "OUT-01_DEN B & <b> 2022Q1 20",
            "OUT-01_STATUS B & <b> 2022Q1 LOW_RELIABILITY",
            "PAT-01_NUM A 2022Q1 40",
            "PAT-01_DEN A 2022Q1 44",
            "PAT-01_STATUS A 2022Q1 OK",
            "WRK-01_NUM A 2022Q1 2.5",
            "WRK-01_DEN A 2022Q1 200",
            "WRK-01_STATUS A 2022Q1 OK");
  }

  @Test
  void metadataDefineEveryDataElementAndTheIndicatorsThatAreQuotients() throws IOException {
    JsonNode metadata = json("dhis2-metadata.json");
    Map<String, String> ids = new LinkedHashMap<>();
    for (JsonNode element : metadata.path("dataElements")) {
      assertThat(element.path("id").asText()).matches("[A-Za-z][A-Za-z0-9]{10}");
      assertThat(element.path("domainType").asText()).isEqualTo("AGGREGATE");
      assertThat(element.path("zeroIsSignificant").asBoolean()).isTrue();
      assertThat(element.path("shortName").asText().length()).isLessThanOrEqualTo(50);
      ids.put(element.path("code").asText(), element.path("id").asText());
    }
    for (JsonNode value : json("dhis2-data-values.json").path("dataValues")) {
      assertThat(ids).containsKey(value.path("dataElement").asText());
    }
    assertThat(Set.copyOf(ids.values())).hasSize(9);
    JsonNode share = metadata.path("indicators").get(0);
    assertThat(share.path("code").asText()).isEqualTo("OUT-01");
    assertThat(share.path("numerator").asText()).isEqualTo("#{" + ids.get("OUT-01_NUM") + "}");
    assertThat(share.path("denominator").asText()).isEqualTo("#{" + ids.get("OUT-01_DEN") + "}");
    assertThat(metadata.path("indicatorTypes").findValuesAsText("id"))
        .contains(share.path("indicatorType").path("id").asText());
    assertThat(metadata.path("indicators").findValuesAsText("code")).doesNotContain("PAT-01");
    JsonNode set = metadata.path("dataSets").get(0);
    assertThat(set.path("periodType").asText()).isEqualTo("Quarterly");
    assertThat(set.path("dataSetElements")).hasSize(9);
  }

  @Test
  void adxHasAGroupAUnitAndPeriodAndDecimalValues() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element adx =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(files(ROWS).get("exchange/adx.xml")))
            .getDocumentElement();
    assertThat(adx.getNamespaceURI()).isEqualTo("urn:ihe:qrph:adx:2015");
    assertThat(adx.getAttribute("exported")).isEqualTo("2023-12-31T00:00:00Z");
    NodeList groups = adx.getElementsByTagNameNS("urn:ihe:qrph:adx:2015", "group");
    List<String> told = new ArrayList<>();
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      told.add(group.getAttribute("orgUnit") + " " + group.getAttribute("period"));
      assertThat(group.getAttribute("dataSet")).isEqualTo("sample");
      NodeList values = group.getElementsByTagNameNS("urn:ihe:qrph:adx:2015", "dataValue");
      for (int v = 0; v < values.getLength(); v++) {
        assertThat(((Element) values.item(v)).getAttribute("value")).matches("-?\\d+(\\.\\d+)?");
      }
    }
    assertThat(told)
        .containsExactly("A 2022-01-01/P3M", "A 2022-04-01/P3M", "B & <b> 2022-01-01/P3M");
    assertThat(new String(files(ROWS).get("exchange/adx.xml"), StandardCharsets.UTF_8))
        .contains("\"OUT-01_STATUS\" value=\"0\"><annotation>SUPPRESSED</annotation>");
  }

  /** The published schema, trimmed: see NOTICE. */
  private static Schema r4() throws IOException {
    try (var text =
        ExchangeFilesTest.class.getResourceAsStream("/fhir/measure-report-r4.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
          .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  @Test
  void theSchemaOfR4RefusesWhatIsNoMeasureReport() throws IOException {
    for (String broken :
        List.of(
            "\"summary\": \"total\"",
            "\"complete\": \"finished\"",
            "\"measure\": \"measured\"",
            "\"2023-12-31\": \"31/12/2023\"",
            "\"count\": \"number\"")) {
      String[] parts = broken.split(": ");
      String text = json("fhir-measure-reports.json").toString();
      assertThat(text).contains(parts[0]);
      JsonNode other = JSON.readTree(text.replace(parts[0], parts[1]));
      assertThat(r4().validate(other)).as(broken).isNotEmpty();
    }
  }

  private static void validateAdx(byte[] document) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory
        .newSchema(ExchangeFilesTest.class.getResource("/adx/adx-2015.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(document)));
  }

  @Test
  void adxIsADocumentOfItsSchema() throws Exception {
    byte[] adx = files(ROWS).get("exchange/adx.xml");
    validateAdx(adx);
    String text = new String(adx, StandardCharsets.UTF_8);
    for (String[] broken :
        new String[][] {
          {"value=\"10\"", "value=\"ten\""},
          {"period=\"2022-01-01/P3M\"", "period=\"2022Q1\""},
          {" exported=\"2023-12-31T00:00:00Z\"", ""},
          {"orgUnit", "unit"}
        }) {
      assertThat(text).contains(broken[0]);
      byte[] other = text.replace(broken[0], broken[1]).getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> validateAdx(other)).as(broken[0]).isInstanceOf(SAXException.class);
    }
  }

  @Test
  void measureReportsAreThoseOfR4AndHiddenRowsHaveNone() throws IOException {
    JsonNode bundle = json("fhir-measure-reports.json");
    assertThat(bundle.path("resourceType").asText()).isEqualTo("Bundle");
    assertThat(bundle.path("entry")).hasSize(4);
    assertThat(r4().validate(bundle)).isEmpty();
    JsonNode share = bundle.path("entry").get(1).path("resource");
    assertThat(share.path("improvementNotation").findValuesAsText("code"))
        .containsExactly("increase");
    assertThat(share.path("period").path("end").asText()).isEqualTo("2022-03-31");
    JsonNode group = share.path("group").get(0);
    assertThat(group.path("population").findValuesAsText("count")).containsExactly("10", "20");
    assertThat(group.path("measureScore").path("value").decimalValue()).isEqualByComparingTo("50");
  }

  @Test
  void theSameRowsGiveTheSameBytesInWhateverOrder() {
    List<Map<String, String>> turned = new ArrayList<>(ROWS);
    Collections.reverse(turned);
    Map<String, byte[]> one = files(ROWS);
    files(turned).forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(one.get(name)));
    assertThat(one).hasSize(4);
  }

  @Test
  void nothingIsExportedOfNoRows() throws IOException {
    Map<String, byte[]> none = files(List.of());
    assertThat(JSON.readTree(none.get("exchange/dhis2-data-values.json")).path("dataValues"))
        .isEmpty();
    assertThat(none).doesNotContainKey("exchange/adx.xml");
  }
}
