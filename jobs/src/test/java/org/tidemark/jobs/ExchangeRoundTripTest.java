package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Indicators sent to DHIS2 and read back")
class ExchangeRoundTripTest {
  private static final String VALUES =
      """
      indicator,level,unit_id,period,numerator,denominator,status
      OUT-01,site,A,2022Q1,12,40,OK
      OUT-01,site,A,2022Q2,0,31,OK
      OUT-01,site,B,2022Q1,20,25,OK
      OUT-01,site,B,2022Q2,,,NOT_REPORTED
      """;

  private static final String PROGRAMME =
      """
      programme: exchange
      as_of: 2022-12-31
      sources:
        - %s
      analyses:
        indicators: [{codes: [OUT-01], levels: [site], periods: [quarter]}]
      disclosure: none
      %s
      """;

  @TempDir private Path folder;

  private Published run(String name, String source, String more) throws IOException {
    Path programme = folder.resolve(name + ".yaml");
    Files.writeString(programme, PROGRAMME.formatted(source, more));
    Told told = Told.run(programme, folder.resolve(name));
    assertThat(told.exitCode()).as(told.err()).isZero();
    return Published.in(folder.resolve(name));
  }

  @Test
  void theyAreTheSameIndicators() throws IOException {
    Files.writeString(folder.resolve("values.csv"), VALUES);
    Published sent =
        run(
            "sent",
            "{id: own, table: indicator_value, path: values.csv, mapping: shared}",
            "exchange: [dhis2, adx, fhir]");
    List<Map<String, String>> rows = sent.rows("indicator", "indicator", "OUT-01");
    assertThat(rows).hasSize(4);
    Path payload = sent.current().resolve("exchange/dhis2-data-values.json");
    Files.copy(payload, folder.resolve("payload.json"));
    Published read =
        run(
            "read",
            "{id: dhis2, table: indicator_value, path: payload.json, format: dhis2, mapping:"
                + " dhis2-indicators}",
            "");
    assertThat(read.rows("indicator", "indicator", "OUT-01")).isEqualTo(rows);
    assertThat(Files.exists(read.current().resolve("exchange"))).isFalse();
  }
}
