package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Dhis2Layout;
import org.tidemark.catalogue.FileLayout;
import org.tidemark.catalogue.SheetLayout;
import org.tidemark.catalogue.SourceFormat;

class Dhis2FormTest {
  @TempDir Path dir;

  private static Dhis2Layout layout() {
    Map<String, Dhis2Layout.Element> elements = new LinkedHashMap<>();
    elements.put("SCREENED", new Dhis2Layout.Element("screened", "", Map.of("programme", "VIA")));
    elements.put("POS_*", new Dhis2Layout.Element("positive", "age_band", Map.of()));
    return new Dhis2Layout(
        elements,
        Map.of("F30", Map.of("sex", "F")),
        Map.of("CAMPAIGN", Map.of("programme", "HPV")),
        List.of("OLD*"));
  }

  private Folder folder(String text) {
    return Folder.of(
            dir,
            "payload",
            "orgUnit",
            "period",
            "periodEnd",
            "programme",
            "sex",
            "age_band",
            "screened",
            "positive")
        .with(SourceFormat.DHIS2)
        .with(new FileLayout(SheetLayout.PLAIN, List.of(), layout()))
        .put("payload", text);
  }

  private List<String> read(String text) {
    return Shown.of(folder(text).read());
  }

  @Test
  void valuesOfOneUnitPeriodAndSetAreOneRow() {
    assertThat(
            read(
                """
                {"dataSet":"d","period":"2026Q2","orgUnit":"A","dataValues":[
                 {"dataElement":"SCREENED","categoryOptionCombo":"F30","value":"12"},
                 {"dataElement":"OLD1","value":"5"},
                 {"dataElement":"SCREENED","value":7},
                 {"dataElement":"POS_40-49","value":"1","period":"2026-03","orgUnit":"B"}]}
                """))
        .containsExactly(
            "1 A|2026Q2|2026-06-30|VIA|F||12|",
            "3 A|2026Q2|2026-06-30|VIA|||7|",
            "4 B|202603|2026-03-31|||40-49||1");
  }

  @Test
  void attributeOptionsTellRowsApartAndSetTheirFields() {
    assertThat(
            read(
                """
                {"period":"2026","orgUnit":"A","dataValues":[
                 {"dataElement":"SCREENED","attributeOptionCombo":"CAMPAIGN","value":"12"},
                 {"dataElement":"SCREENED","attributeOptionCombo":"HllvX50cXC0","value":"7"}]}
                """))
        .containsExactly("1 A|2026|2026-12-31|HPV|||12|", "2 A|2026|2026-12-31|VIA|||7|");
    assertThat(
            read(
                "dataelement,period,orgunit,categoryoptioncombo,attroptcombo,value\n"
                    + "SCREENED,2026,A,F30,CAMPAIGN,3\n"))
        .containsExactly("1 A|2026|2026-12-31|HPV|F||3|");
    assertThat(
            read(
                """
                {"headers":[{"name":"dx"},{"name":"pe"},{"name":"ou"},{"name":"ao"},{"name":"value"}],
                 "rows":[["SCREENED","2026","A","CAMPAIGN","4.0"]]}
                """))
        .containsExactly("1 A|2026|2026-12-31|HPV|||4|");
    String unknown =
        """
        {"dataValues":[{"dataElement":"SCREENED","period":"2026","orgUnit":"A",
         "attributeOptionCombo":"DONOR9","value":"1"}]}
        """;
    assertThat(folder(unknown).refused().what())
        .contains("attribute option \"DONOR9\" of value 1 is not mapped");
  }

  @Test
  void twoValuesForOneCellRefuseTheRowAndADeletedOneIsNone() {
    assertThat(
            read(
                """
                {"dataValues":[
                 {"dataElement":"SCREENED","period":"2026","orgUnit":"A","value":"1"},
                 {"dataElement":"SCREENED","period":"2026","orgUnit":"A","value":"1"},
                 {"dataElement":"SCREENED","period":"2025","orgUnit":"A","value":"1","deleted":true}]}
                """))
        .containsExactly("1 INGEST-DHIS2-TWICE", "3 INGEST-DHIS2-DELETED");
  }

  @Test
  void textIsReadByTheNamesOfItsColumnsOrByTheirOrder() {
    String row = "SCREENED,2026W1,A,F30,,\"3\",someone,2026-01-08,\"a, b\",false\n";
    List<String> expected = List.of("1 A|2026W1|2026-01-04|VIA|F||3|");
    assertThat(
            read(
                "dataelement,period,orgunit,catoptcombo,attroptcombo,value,storedby,lastupdated,"
                    + "comment,followup\n"
                    + row))
        .isEqualTo(expected);
    assertThat(read("\uFEFFa,b,c,d,e,f,g,h,i,j\n" + row)).isEqualTo(expected);
    assertThat(
            read("value,orgunit,period,dataelement,categoryoptioncombo\n3,A,2026W1,SCREENED,F30\n"))
        .isEqualTo(expected);
  }

  @Test
  void rowsOfAnalyticsAreReadByTheirHeaders() {
    assertThat(
            read(
                """
                {"headers":[{"name":"ou"},{"name":"dx"},{"name":"pe"},{"name":"value"},
                  {"name":"numerator"}],"metaData":{"dimensions":{"co":[]}},
                 "rows":[["A","SCREENED.F30","202601","2.0","1"],["A","POS_ALL","202601","1","1"]]}
                """))
        .containsExactly("1 A|202601|2026-01-31|VIA|F||2|", "2 A|202601|2026-01-31|||ALL||1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dataValues\":[{\"dataElement\":\"SCREENED\",",
        "{\"imported\":3}",
        "[1]",
        "{\"headers\":[{\"name\":\"dx\"},{\"name\":\"value\"}],\"rows\":[[\"a\",\"1\"]]}",
        "{\"dataValues\":[]} {}",
        "{\"dataValues\":[],\"dataValues\":[]}",
        "dataelement,period,orgunit,surprise,value\nSCREENED,2026,A,x,1\n",
        "dataelement,period,orgunit,categoryoptioncombo,attroptcombo,value\nSCREENED,2026\n"
      })
  void whatIsNoPayloadIsRefused(String text) {
    assertThat(folder(text).refused().rule()).isEqualTo("INGEST-DHIS2");
  }

  static Stream<Arguments> unknown() {
    return Stream.of(
        arguments("NEW", "", "the data element \"NEW\" of value 1 is not mapped"),
        arguments("SCREENED", "M99", "the category option \"M99\" of value 1 is not mapped"),
        arguments("\\u001b[31m", "", "the data element of value 1 is not mapped"));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void whatIsNotMappedRefusesThePayloadByName(String element, String options, String said) {
    RefusedFile refused =
        folder(
                """
                {"dataValues":[{"dataElement":"%s","categoryOptionCombo":"%s","period":"2026",
                 "orgUnit":"A","value":"1"}]}
                """
                    .formatted(element, options))
            .refused();
    assertThat(refused.what()).contains(said);
  }
}
