package org.tidemark.publish.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.catalogue.Indicator;
import org.tidemark.publish.Json;

/** The files of a publication's folder {@code exchange/}, as the programme asks for them. */
public final class ExchangeFiles {
  /** The forms that may be asked for. */
  public static final List<String> FORMS = List.of("dhis2", "adx", "fhir");

  private ExchangeFiles() {}

  /**
   * The files: path → bytes; the same rows give the same bytes.
   *
   * @param forms out of {@link #FORMS}
   * @param rows of the published table {@code indicator}, as readers see them
   * @param indicators by code
   * @param programme the programme's id, which names the data set
   * @param asOf the cut-off
   * @param language of the names in metadata
   */
  public static Map<String, byte[]> of(
      Set<String> forms,
      List<Map<String, String>> rows,
      Map<String, Indicator> indicators,
      String programme,
      LocalDate asOf,
      String language) {
    List<Exported> exported = ExportedRows.of(rows, indicators);
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (forms.contains("dhis2")) {
      files.put(
          "exchange/dhis2-metadata.json",
          Json.bytes(Dhis2Metadata.of(exported, programme, language)));
      files.put("exchange/dhis2-data-values.json", Json.bytes(Dhis2Values.of(exported)));
    }
    // ADX knows no document without a group.
    if (forms.contains("adx") && !exported.isEmpty()) {
      files.put("exchange/adx.xml", Adx.of(exported, programme, asOf));
    }
    if (forms.contains("fhir")) {
      files.put(
          "exchange/fhir-measure-reports.json",
          Json.bytes(MeasureReports.of(exported, programme, asOf.toString())));
    }
    return files;
  }
}
