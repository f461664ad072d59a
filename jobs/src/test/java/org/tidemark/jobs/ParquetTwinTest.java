package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Parquet twins opened as an analyst would, in DuckDB, say what the CSV says. */
@DisplayName("Parquet twins in DuckDB")
class ParquetTwinTest {
  @TempDir private static Path folder;
  private static Published published;

  @BeforeAll
  static void publish() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    published = Published.run(programme.programme(), programme.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"incidence", "quality", "survival"})
  void holdTheSameRowsAndValues(String table) throws SQLException {
    int rows = 0;
    double sum = 0;
    for (Map<String, String> row : published.rows(table)) {
      rows++;
      sum += row.get("value").isEmpty() ? 0 : Double.parseDouble(row.get("value"));
    }
    Path parquet = published.current().resolve("tables/" + table + ".parquet");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT count(*), sum(value), count(status) FROM '" + parquet + "'")) {
      assertThat(found.next()).isTrue();
      assertThat(found.getInt(1)).isEqualTo(rows).isPositive();
      assertThat(found.getDouble(2)).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-6));
      assertThat(found.getInt(3)).as("every row has a status").isEqualTo(rows);
    }
  }
}
