package org.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The import table: what each room may know. A room that is not listed may not exist. */
@DisplayName("The import table")
class RoomsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tidemark");

  private static final String[] JAVA = {"java..", ""};
  private static final String SPARK = "org.apache.spark..";
  private static final String SCALA = "scala..";
  private static final String HADOOP = "org.apache.hadoop..";

  /** Room → what it may know besides java and itself. */
  private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>();

  static {
    room("model", "javax.crypto..");
    room("stats", "org.apache.commons.statistics..", "org.apache.commons.rng..", "org.ejml..");
    room("coding", "model");
    room(
        "catalogue",
        "model",
        "com.fasterxml.jackson..",
        "com.networknt..",
        "org.apache.commons.csv..",
        "javax.xml.stream..",
        HADOOP);
    room("account", SPARK, SCALA, HADOOP, "org.apache.parquet..", "org.apache.commons.codec..");
    room(
        "ingest",
        "model",
        "catalogue",
        SPARK,
        SCALA,
        HADOOP,
        "org.apache.commons.csv..",
        "org.dhatim..",
        "com.fasterxml.jackson.core..",
        "org.apache.commons.compress..",
        "org.apache.parquet..");
    room("conform", "model", "catalogue", "coding", "account", "ingest", SPARK, SCALA);
    room("check", "model", "catalogue", "coding", "account", SPARK, SCALA);
    room("resolve", "account", "coding", SPARK, SCALA);
    room("derive", "model", "catalogue", "coding", SPARK, SCALA);
    room("tally", "model", "catalogue", "derive", "stats", SPARK, SCALA);
    room("estimate", "model", "catalogue", "stats", "tally", SPARK, SCALA);
    room("evaluate", "model", "catalogue", "stats", "tally", "estimate", SPARK, SCALA);
    room("disclose", "model", "catalogue", SPARK, SCALA);
    room(
        "publish",
        "model",
        "catalogue",
        "account",
        SPARK,
        SCALA,
        HADOOP,
        "org.apache.parquet..",
        "org.apache.commons.csv..",
        "com.fasterxml.jackson..",
        "gg.jte..");
  }

  private static void room(String name, String... others) {
    MAY_KNOW.put(name, List.of(others));
  }

  @TestFactory
  Stream<DynamicTest> eachRoomKnowsOnlyWhatItMay() {
    return MAY_KNOW.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey() + " knows only " + room.getValue(),
                    () ->
                        classes()
                            .that()
                            .resideInAPackage(packages(room.getKey()))
                            .should()
                            .onlyDependOnClassesThat(allowed(room.getKey(), room.getValue()))
                            .check(HOUSE)));
  }

  @Test
  void thereAreNoOtherRooms() {
    String[] known = MAY_KNOW.keySet().stream().map(RoomsTest::packages).toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(HOUSE);
  }

  @Test
  void nothingInTheLibraryReadsTheClockDrawsOrExits() {
    noClasses().should().callMethod(System.class, "exit", int.class).check(HOUSE);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
    noClasses().should().callMethod(java.time.LocalDate.class, "now").check(HOUSE);
    noClasses().should().callMethod(java.time.Instant.class, "now").check(HOUSE);
    noClasses().should().callMethod(Math.class, "random").check(HOUSE);
    noClasses().should().dependOnClassesThat().areAssignableTo(java.util.Random.class).check(HOUSE);
    noClasses().should().accessField(System.class, "out").check(HOUSE);
    noClasses().should().accessField(System.class, "err").check(HOUSE);
  }

  @Test
  void nothingStartsSpark() {
    noClasses()
        .should()
        .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
        .check(HOUSE);
  }

  @Test
  void writersLiveInPublishAndNoneOverwrites() {
    noClasses()
        .that(not(resideInAPackage(packages("publish"))))
        .should()
        .callMethod(org.apache.spark.sql.Dataset.class, "write")
        .check(HOUSE);
    noClasses().should().accessField(org.apache.spark.sql.SaveMode.class, "Overwrite").check(HOUSE);
  }

  @Test
  void dataPathsAreNeverJavaPaths() {
    noClasses()
        .that(not(resideInAPackage(packages("publish"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.nio.file.."))
        .check(HOUSE);
  }

  private static String packages(String room) {
    return "org.tidemark." + room + "..";
  }

  private static DescribedPredicate<JavaClass> allowed(String room, List<String> others) {
    String[] packages =
        Stream.concat(
                Stream.of(packages(room)),
                others.stream().map(o -> o.contains("..") ? o : packages(o)))
            .toArray(String[]::new);
    return resideInAnyPackage(JAVA).or(resideInAnyPackage(packages));
  }
}
