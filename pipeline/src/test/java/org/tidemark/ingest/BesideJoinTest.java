package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.BesideFile;
import org.tidemark.model.Refusal;
import org.tidemark.testing.SparkSessionExtension;

/** Records of tables that were sent apart find each other, and each comes out once. */
@ExtendWith(SparkSessionExtension.class)
class BesideJoinTest {
  private static final ColumnPlan PLAN =
      new ColumnPlan(List.of("tumour", "sex", "status"), List.of("tumour", "sex"), List.of("name"));

  private static final BesideFile PATIENT =
      new BesideFile(
          BesideFile.PATIENT,
          "patient*.csv",
          List.of(
              new BesideFile.Link("record_of", "record"),
              new BesideFile.Link("patient_of", "patient")),
          Set.of("sex", "status"),
          List.of(new BesideFile.Withdrawn("DELETED", "status", "2")));

  private static final BesideFile NOTIFICATION =
      new BesideFile(
          BesideFile.SOURCE,
          "source*.csv",
          List.of(new BesideFile.Link("tumour", "tumour_of")),
          Set.of(),
          List.of());

  @TempDir Path dir;

  private List<String> read(SparkSession spark, BesideFile... files) {
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Survey tumours =
        ingest.survey(folder("tumour*.csv", BesideSurvey.ownPlan(PLAN, List.of(files))));
    List<BesideSurvey> beside =
        java.util.Arrays.stream(files)
            .map(
                f ->
                    BesideSurvey.of(
                        tumours, f, ingest.survey(folder(f.path(), BesideSurvey.plan(PLAN, f)))))
            .toList();
    List<RawRecord> records = ingest.read(tumours, beside, PLAN).collect();
    assertThat(records).allMatch(r -> r.cells().length == 3);
    return records.stream().map(r -> r.file() + " " + Shown.of(r)).sorted().toList();
  }

  private Intake folder(String glob, ColumnPlan plan) {
    return Folder.of(dir, glob, "tumour").with(plan).intake();
  }

  private void put(String name, String... lines) {
    Folder.of(dir, name, "tumour").put(name, String.join("\n", lines) + "\n");
  }

  @Test
  void aTumourTakesItsPatientsCellsAndKeepsItsPlace(SparkSession spark) {
    put("tumour.csv", "tumour,record_of", "t1,p1", "t2, p2 ", "t3,p1", "t4,p9", "t5,", "t6");
    put("patient.csv", "record,name,sex,status", "p1,CANARY,1,1", "p2,CANARY,2,", "p3,CANARY,1,1");
    assertThat(read(spark, PATIENT))
        .containsExactly(
            "patient.csv 1 joined",
            "patient.csv 2 joined",
            "patient.csv 3 CANREG-NO-TUMOUR",
            "tumour.csv 1 t1|1|1",
            "tumour.csv 2 t2|2|",
            "tumour.csv 3 t3|1|1",
            "tumour.csv 4 CANREG-NO-PATIENT",
            "tumour.csv 5 CANREG-NO-PATIENT",
            "tumour.csv 6 INGEST-FIELDS");
  }

  @Test
  void theRowThatCountsIsChosenByContentWhateverTheOrder(SparkSession spark) {
    put("tumour.csv", "tumour,patient_of", "t1,p1");
    String[] rows = {"p1,2,2", "p1,3,1", "p1,1,1", "p1,1,1"};
    for (int turn = 0; turn < rows.length; turn++) {
      put(
          "patient.csv",
          "patient,sex,status",
          rows[turn],
          rows[(turn + 1) % 4],
          rows[(turn + 2) % 4],
          rows[(turn + 3) % 4]);
      List<String> read = read(spark, PATIENT);
      assertThat(read).contains("tumour.csv 1 t1|1|1");
      assertThat(read).filteredOn(r -> r.endsWith(" joined")).hasSize(2);
      assertThat(read).filteredOn(r -> r.endsWith(" same-key")).hasSize(2);
    }
  }

  @Test
  void aWithdrawnPatientWithoutTumourIsNoFault(SparkSession spark) {
    put("tumour.csv", "tumour,record_of", "t1,p1");
    put("patient.csv", "record,sex,status", "p1,1,1", "p2,1,2", ",1,2");
    assertThat(read(spark, PATIENT))
        .contains("patient.csv 2 DELETED", "patient.csv 3 CANREG-NO-TUMOUR");
  }

  @Test
  void notificationsAreCountedAndTheirTumoursNeedNone(SparkSession spark) {
    put("tumour.csv", "tumour,sex", "t1,1", "t2,2");
    put("source-a.csv", "tumour_of", "t1", "t1", "t9");
    put("source-b.csv", "tumour_of", "t1");
    assertThat(read(spark, NOTIFICATION))
        .containsExactly(
            "source-a.csv 1 joined",
            "source-a.csv 2 joined",
            "source-a.csv 3 CANREG-NO-TUMOUR",
            "source-b.csv 1 joined",
            "tumour.csv 1 t1|1|null",
            "tumour.csv 2 t2|2|null");
  }

  @Test
  void withoutACommonColumnNothingIsGuessed(SparkSession spark) {
    put("tumour.csv", "tumour,record_of", "t1,p1");
    put("patient.csv", "patient,sex", "p1,1");
    assertThatThrownBy(() -> read(spark, PATIENT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("record_of with record, or patient_of with patient");
  }
}
