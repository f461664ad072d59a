package org.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.View;
import org.tidemark.model.Refusal;
import org.tidemark.testing.SparkSessionExtension;

@ExtendWith(SparkSessionExtension.class)
final class ViewsTest {
  private static final Catalogue SHIPPED = CatalogueReader.read(Optional.empty());

  private static Catalogue with(View view) {
    List<View> views = new ArrayList<>(SHIPPED.views());
    views.add(view);
    return with(views, SHIPPED.indicators());
  }

  private static Catalogue with(String where, String numerator) {
    Measure measure = new Measure("share", Kind.SHARE, where, numerator, "1", 100, false, 0);
    Indicator odd =
        new Indicator(
            "ODD-01",
            "core",
            Map.of("en", "Odd"),
            "Data",
            "planned_meeting",
            false,
            List.of(),
            List.of(measure),
            "%",
            Direction.UP,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            "");
    Map<String, Indicator> indicators = new LinkedHashMap<>(SHIPPED.indicators());
    indicators.put(odd.code(), odd);
    return with(SHIPPED.views(), indicators);
  }

  private static Catalogue with(List<View> views, Map<String, Indicator> indicators) {
    return new Catalogue(
        SHIPPED.tables(),
        SHIPPED.published(),
        SHIPPED.mappings(),
        SHIPPED.checks(),
        views,
        indicators,
        SHIPPED.codes(),
        SHIPPED.disclosure(),
        SHIPPED.standardAnalyses(),
        SHIPPED.version());
  }

  @Test
  void everySqlOfTheShippedCatalogueResolves(SparkSession spark) {
    Views.validate(spark, SHIPPED);
    assertThat(spark.table("specimen").columns()).contains("site_id", "event_date");
  }

  @Test
  void tablesTheProgrammeDoesNotHaveStandEmpty(SparkSession spark) {
    Views.register(
        spark,
        Map.of(),
        SHIPPED.tables(),
        SHIPPED.views(),
        LocalDate.parse("2023-12-31"),
        Set.of("oncologist_stock"));
    assertThat(spark.table("oncologist_stock").count()).isZero();
    assertThat(spark.sql("SELECT as_of").first().getString(0)).isEqualTo("2023-12-31");
  }

  @Test
  void aMisspeltFieldIsRefusedByItsEntry(SparkSession spark) {
    assertThatThrownBy(() -> Views.validate(spark, with("hold = 1", "held")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("indicator ODD-01, share where")
        .hasMessageContaining("hold");
    assertThatThrownBy(() -> Views.validate(spark, with("", "hled")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("indicator ODD-01, share numerator");
  }

  @Test
  void aPredicateMustBeOneAndANumberOne(SparkSession spark) {
    assertThatThrownBy(() -> Views.validate(spark, with("modality", "held")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("write a predicate");
    assertThatThrownBy(() -> Views.validate(spark, with("", "modality")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("gives a number");
  }

  @Test
  void aViewMustSayWhereAndWhen(SparkSession spark) {
    View odd = new View("odd", "Odd", List.of("tb_meeting"), "SELECT site_id FROM tb_meeting");
    assertThatThrownBy(() -> Views.validate(spark, with(odd)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("view odd")
        .hasMessageContaining("event_date");
  }
}
