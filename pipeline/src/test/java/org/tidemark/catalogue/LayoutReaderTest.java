package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.model.Refusal;

/** What a mapping says of workbooks and of fixed columns is held to its own columns. */
class LayoutReaderTest {
  private static final String MAPPING =
      """
      mapping: own
      table: population
      columns: {Zone: area, H: population}
      inputs: {feuille: string}
      ignore: [Note]
      derive: {year: CAST(feuille AS INT)}
      """;

  private static final String SHEET =
      """
      sheet:
        sheets: ["20*"]
        header_rows: [2, 3]
        fill_down: [Zone]
        skip: [{rule: SHEET-TOTAL, column: Zone, like: "Total*"}]
        blank_rows: count
        name_as: feuille
      """;

  private static final String FIXED =
      """
      fixed:
        Zone: {start: 1, width: 4}
        H: {start: 5, width: 3}
        feuille: {start: 9, width: 4}
        Note: {start: 13, width: 2}
      """;

  @TempDir Path folder;

  private Mapping read(String text) {
    try {
      Files.createDirectories(folder.resolve("mappings"));
      Files.writeString(folder.resolve("mappings/own.yaml"), text);
      return CatalogueReader.read(Optional.of(folder.toString())).mappings().get("own");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aWorkbooksLayoutIsReadAndItsRulesRefuseNothingOfTheSenders() {
    Mapping mapping = read(MAPPING + SHEET);
    SheetLayout sheet = mapping.layout().sheet();
    assertThat(sheet.headerRows()).containsExactly(2, 3);
    assertThat(sheet.names(" 2019 ")).isTrue();
    assertThat(sheet.names("Notes 2019")).isFalse();
    assertThat(sheet.skip().get(0).meets(" total Nord ")).isTrue();
    assertThat(sheet.skip().get(0).meets("Sous-total")).isFalse();
    assertThat(mapping.withdrawing()).containsExactlyInAnyOrder("SHEET-TOTAL", "SHEET-BLANK");
    assertThat(read(MAPPING).layout()).isEqualTo(FileLayout.PLAIN);
  }

  @Test
  void charactersOfAPatternStandForThemselves() {
    SheetLayout.Skip skip = new SheetLayout.Skip("SHEET-X", "a", "[x].(?)\\E*");
    assertThat(skip.meets("[X].(y)\\E and more")).isTrue();
    assertThat(skip.meets("x.y")).isFalse();
    assertThat(new SheetLayout.Skip("SHEET-X", "a", "").meets("  ")).isTrue();
  }

  @Test
  void fixedColumnsAreReadWhereTheyAre() {
    FileLayout layout = read(MAPPING + FIXED).layout();
    assertThat(layout.width()).isEqualTo(14);
    assertThat(layout.fixed())
        .extracting(c -> c.of("Nord 12 2019xx"))
        .isEqualTo(List.of("Nord", " 12", "2019", "xx"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'fill_down: [Zone]'; 'fill_down: [Zne]'; Zone",
        "'column: Zone'; 'column: Autre'; Autre",
        "'[2, 3]'; '[3, 2]'; order",
        "'name_as: feuille'; 'name_as: onglet'; onglet",
        "'rule: SHEET-TOTAL'; 'rule: REQ-sex'; rule",
        "'blank_rows: count'; 'blank_rows: yes'; blank_rows",
      })
  void aSlipInASheetsLayoutIsRefusedWhereItStands(String right, String wrong, String named) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> read(MAPPING + SHEET.replace(right, wrong)));
    assertThat(refusal).hasMessageContaining("own.yaml").hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'H: {start: 5'; 'H: {start: 3'; overlap",
        "'start: 1,'; 'start: 0,'; start",
        "'Note: {'; 'Nte: {'; Nte",
        "'  Zone: {start: 1, width: 4}\n'; ''; Zone",
      })
  void aSlipInFixedColumnsIsRefusedWhereItStands(String right, String wrong, String named) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> read(MAPPING + FIXED.replace(right, wrong)));
    assertThat(refusal).hasMessageContaining("own.yaml").hasMessageContaining(named);
  }
}
