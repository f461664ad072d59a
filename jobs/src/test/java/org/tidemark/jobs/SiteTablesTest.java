package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A programme of two sites, of which each table has a row that contradicts another one. */
@DisplayName("Tables of site reports, checked against each other")
class SiteTablesTest {
  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry(
              "site", "site_id,valid_from,services\nA,2020-01-01,SURG;SACT\nB,2020-01-01,PATH\n"),
          Map.entry(
              "engagement",
              """
              engagement_id,site_id,programme,phase,start_date,end_date
              E1,A,P,INTENSIVE,2020-01-01,
              E2,A,P,CONSOLIDATION,2021-01-01,
              E3,B,P,INTENSIVE,2020-01-01,
              """),
          Map.entry(
              "report_submission",
              """
              submission_id,dataset,site_id,period,received_at,version
              S1,D,A,2021Q1,2021-04-10T08:00:00,1
              S2,D,A,2021Q1,2021-04-20T08:00:00,2
              """),
          Map.entry(
              "tb_meeting",
              """
              meeting_id,site_id,planned_date,held,date,submission_id
              M1,A,2021-02-01,true,2021-02-01,S2
              M2,A,2021-03-01,false,,S2
              M3,C,2021-03-02,true,2021-05-01,S2
              M9,A,2021-03-03,true,2021-03-03,S1
              """),
          Map.entry(
              "tb_case",
              """
              tb_case_id,meeting_id,patient_ref,implemented,submission_id
              D1,M1,P-1,NA-UNK,S2
              D2,M2,P-2,N,S2
              D3,M7,P-3,N/A,S2
              D4,M9,P-4,Y,S2
              D5,M1,Amina Yusuf,Y,S2
              D6,M1,0788 123 456,Y,S2
              """),
          Map.entry(
              "equipment",
              """
              equipment_id,site_id,class,installed,status,status_date
              L1,A,MV_LINAC,2020-06-01,IN_USE,2020-07-01
              L1,A,MV_LINAC,2020-06-01,RETIRED,2022-01-31
              """),
          Map.entry(
              "equipment_downtime",
              """
              event_id,equipment_id,start,end,planned
              X1,L1,2020-05-01T10:00:00,2020-05-02T10:00:00,false
              X2,L1,2021-05-01T10:00:00,2021-05-02T10:00:00,false
              X3,L1,2022-03-01T10:00:00,,false
              """),
          Map.entry(
              "care_pathway",
              """
              tumour_ref,site_id,diagnosis_date,surgery_start,radiotherapy_start
              T1,A,2021-01-01,2021-02-01,
              T2,A,2021-01-01,,2021-02-01
              """),
          Map.entry(
              "screening_report",
              """
              site_id,period,programme,sex,age_band,screened,positive
              A,2021Q1,CERV_VIA,F,30-39,10,2
              A,2021Q1,CERV_VIA,F,40-49,5,1
              A,2021Q1,CERV_VIA,F,ALL,16,3
              """),
          Map.entry(
              "trainee_episode",
              """
              episode_id,person_ref,site_id,cadre,programme_type,start,outcome,trained_by_person_ref
              R1,p1,A,HAEM,TOT,2020-01-01,ONGOING,p2
              R2,p2,A,HAEM,TOT,2020-01-01,ONGOING,p1
              R3,p3,A,HAEM,TOT,2020-01-01,ONGOING,p1
              """),
          Map.entry("trial", "trial_id,site_id,opened\nN1,A,2021-03-15\nN2,A,\n"),
          Map.entry(
              "trial_enrolment",
              """
              trial_id,site_id,period,screened,enrolled
              N1,A,202102,5,1
              N1,A,2021Q1,5,1
              N2,A,2021Q1,5,1
              N2,A,2021Q2,5,0
              """),
          Map.entry(
              "funding",
              """
              funding_id,site_id,period,source,category,spent,currency
              F1,A,2021,GOV,SALARY,100,
              F2,A,2021,GOV,SALARY,100,RWF
              """),
          // Named columns make the whole file refused; all other tables are checked all the same.
          Map.entry(
              "mentorship_pair",
              "pair_id,mentor_ref,mentee_ref,site_id,start,phone\nMP1,m1,e1,A,2020-01-01,5\n"),
          Map.entry(
              "mentorship_session",
              """
              session_id,pair_id,date,planned,status,duration_min
              MS1,MP1,2021-01-01,true,HELD,60
              """));

  @TempDir private static Path folder;
  private static Published published;
  private static String err;
  private static List<String> work;

  @BeforeAll
  static void run() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      Files.writeString(folder.resolve(table.getKey() + ".csv"), table.getValue());
      sources.append(
          "  - {id: %1$s, table: %1$s, path: %1$s.csv, mapping: shared}\n"
              .formatted(table.getKey()));
    }
    Path programme =
        Files.writeString(
            folder.resolve("programme.yaml"),
            "programme: tables\nas_of: 2023-12-31\nsources:\n"
                + sources
                + "analyses: {quality: [{by: [source]}]}\n"
                + "acceptance: {rejected_share_max: 0.5, on_refused_file: continue}\n"
                + "languages: [en]\ndisclosure: none\n");
    Told told = Told.run(programme, folder.resolve("out"));
    assertThat(told.exitCode()).as(told.err()).isZero();
    err = told.err();
    published = Published.in(folder.resolve("out"));
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"))) {
      Path list =
          all.filter(p -> p.getFileName().toString().equals("worklist.csv"))
              .findFirst()
              .orElseThrow();
      work = Files.readAllLines(list);
    }
  }

  /** Rule, file and record of each finding of a rule. */
  private static List<String> found(String rule) {
    return work.stream()
        .filter(line -> line.startsWith(rule + ","))
        .map(line -> line.replaceAll("^.*,([a-z_]+\\.csv),([0-9]+),.*$", "$1 $2"))
        .sorted()
        .toList();
  }

  @Test
  void eachContradictionIsFoundAtItsRow() {
    assertThat(found("REF-site_id")).containsExactly("tb_meeting.csv 3");
    assertThat(found("BOARD-NOT-HELD")).containsExactly("tb_case.csv 2");
    assertThat(found("DOWNTIME-BEFORE-INSTALLATION")).containsExactly("equipment_downtime.csv 1");
    assertThat(found("DOWNTIME-AFTER-RETIREMENT")).containsExactly("equipment_downtime.csv 3");
    assertThat(found("SERVICE-EBRT")).containsExactly("care_pathway.csv 2");
    assertThat(found("SERVICE-SURG")).isEmpty();
    assertThat(found("ENGAGEMENT-OPEN")).containsExactly("engagement.csv 2");
    assertThat(found("PARTS-AGE")).containsExactly("screening_report.csv 3");
    assertThat(found("TRAINER-CHAIN"))
        .containsExactly("trainee_episode.csv 1", "trainee_episode.csv 2");
    assertThat(found("ENROLMENT-BEFORE-OPENING"))
        .containsExactly("trial_enrolment.csv 1", "trial_enrolment.csv 3");
    assertThat(found("DATE-AFTER-RECEIPT")).containsExactly("tb_meeting.csv 3");
    assertThat(found("CURRENCY-MISSING")).containsExactly("funding.csv 1");
  }

  @Test
  void aRowThatIsReplacedIsNoMoreAMeetingThatOthersCanName() {
    assertThat(found("REF-meeting_id")).containsExactly("tb_case.csv 3", "tb_case.csv 4");
  }

  @Test
  void findingsAreCountedByRuleAndHaveTheirMessage() {
    assertThat(published.rows("finding", "rule", "BOARD-NOT-HELD"))
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("count", "1").containsEntry("source", "tb_case"));
    assertThat(work).anyMatch(line -> line.contains("discussed at a meeting that was not held"));
  }

  @Test
  void whyACellIsMissingIsCounted() {
    assertThat(published.rows("finding", "source", "tb_case", "severity", "missing"))
        .extracting(row -> row.get("rule") + " " + row.get("count"))
        .containsExactlyInAnyOrder("NA-UNK 1", "NA-NO-REASON 1");
    assertThat(err).contains("NA-NOTREP, NA-UNK, NA-NAPP or NA-REF would say why");
  }

  @Test
  void whoIsNamedIsRefusedOnSightAndKeptNowhere() throws IOException {
    assertThat(published.rows("accounting", "reason", "PERSON-patient_ref"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("rejected", "2"));
    try (Stream<Path> all =
        Stream.concat(
            Files.walk(folder.resolve("out")), Files.walk(folder.resolve("out-private")))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("Amina")
            .doesNotContain("0788 123 456");
      }
    }
    assertThat(err).doesNotContain("Amina");
  }

  @Test
  void aTableWithColumnsOfPersonsIsRefusedAndTheOthersAreCheckedWithoutIt() {
    assertThat(published.rows("accounting", "reason", "INGEST-PERSONS"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("source", "mentorship_pair"));
    assertThat(found("REF-pair_id")).isEmpty();
    assertThat(published.rows("accounting", "source", "mentorship_session", "stage", "check"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("accepted", "1"));
  }
}
