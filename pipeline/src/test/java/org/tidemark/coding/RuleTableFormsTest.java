package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.model.Refusal;

/** A registry's own rule tables are held to the form of the shipped ones before data are read. */
class RuleTableFormsTest {
  @TempDir private Path folder;

  private void lay(String table, String text) throws IOException {
    Path codes = Files.createDirectories(folder.resolve("codes"));
    Files.writeString(codes.resolve(table + ".csv"), text);
  }

  private String header(String table) {
    return String.join(",", Codes.rows(table).get(0).keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "icd10_topography | C5,3,C50,own | code",
        "icd10_topography | C50-,5,C50,own | behaviour",
        "icd10_topography | C50-,3,50,own | topography",
        "icd10_morphology | male,3,8500,C50,1,own | code",
        "icd10_morphology | C50-,3,850,C50,1,own | morphology",
        "icd10_morphology | C50-,3,8500,C50,m,own | sex",
        "icd10_vintage | C50-,3,8500,own | code",
        "icd10_groups | C50,own,own,1,,Breast,2,C50.10 | icd10",
        "icd10_groups | C50,own,own,1,a,Breast,2,C50 | level",
        "icd10_totals | All,own,own,first,All, | order",
        "iccc3 | 11,001,Leukaemia,3,,9811,own | code",
        "iccc3 | 011,001,Leukaemia,7,,9811,own | behaviour",
        "mp_topography | C02,own,C01-C02 | code",
        "mp_histology | 1,own,Squamous,place,,8070 | scope",
        "mp_histology | 1,own,Squamous,site,2;;3,8070 | absorbed_by",
        "morphology_added | 85000,ICD-O-3.2 | code",
        "basis_shared | 0,own,10,no,no,own | shared",
        "basis_shared | 0,own,0,n,no,own | mv",
        "stage_words | stadé,stage,fr,own | code",
        "stage_codes | A,dukes,I,yes,own | stage",
        "stage_groups | 4,tnm,C50,T4,N0,m1,yes,own | m",
        "stage_groups | 4,tnm,C50,T4,N0,M1,perhaps,own | verified"
      })
  void aCellOfAnotherFormIsRefusedByItsPlace(String table, String row, String column)
      throws IOException {
    lay(table, header(table) + "\n" + row + "\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> CatalogueReader.read(Optional.of(folder.toString())))
        .withMessageContaining(table + ".csv, record 1, column '" + column + "'");
  }

  @Test
  void aRegistrysOwnTableTakesThePlaceOfTheShippedOne() throws IOException {
    lay("mp_topography", header("mp_topography") + "\nC189,own,C18-C20\n");
    List<String> codes =
        CatalogueReader.read(Optional.of(folder.toString())).codes().get("mp_topography").codes();
    assertThat(codes).containsExactly("C189");
  }

  @Test
  void aTableWithoutAColumnIsRefused() throws IOException {
    lay("iccc3", "code,extended,label,topography,morphology,edition\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> CatalogueReader.read(Optional.of(folder.toString())))
        .withMessageContaining("has no column 'behaviour'");
  }
}
