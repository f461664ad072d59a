package org.tidemark.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreadsheets of population, one of them good, all others made to harm, in one run. */
@DisplayName("Hostile spreadsheets")
class HostileSheetTest {
  private static final String SECRET = "Zq7Secret";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir private Path folder;

  @Test
  void areRefusedByNameAndTheGoodOneIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    SmallProgramme programme = SmallProgramme.in(folder);
    byte[] good = book();
    programme.write("pop-good.xlsx", good);
    changed(programme, "pop-bomb.xlsx", x -> x + "<!--" + " ".repeat(32 << 20) + "-->");
    changed(
        programme,
        "pop-entity.xlsx",
        x ->
            x.replaceFirst(
                "<worksheet",
                "<!DOCTYPE w [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><worksheet"));
    changed(
        programme,
        "pop-laughs.xlsx",
        x ->
            x.replaceFirst(
                "<worksheet",
                "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet"));
    changed(programme, "pop-formula.xlsx", x -> x.replace("<v>1000</v>", "<f>SUM(A1:A9)</f>"));
    changed(
        programme,
        "pop-huge.xlsx",
        x -> x.replaceFirst("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>"));
    changed(programme, "pop-far.xlsx", x -> x.replace("r=\"F2\"", "r=\"ZZZZZZ2\""));
    changed(programme, "pop-wide.xlsx", x -> x.replace("r=\"F2\"", "r=\"XFD2\""));
    programme.replace(
        "programme.yaml",
        "path: population.csv, format: csv, mapping: north-population",
        "path: \"pop-*.xlsx\", format: xlsx, mapping: shared");
    Told told =
        Told.run(
            programme.programme(),
            programme.out(),
            "--set",
            "acceptance.on_refused_file=continue",
            "--set",
            "acceptance.rejected_share_max=0.9");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(fates(programme))
        .containsEntry("pop-good.xlsx", "")
        .containsEntry("pop-bomb.xlsx", "INGEST-INFLATION")
        .containsEntry("pop-entity.xlsx", "INGEST-SHEET")
        .containsEntry("pop-laughs.xlsx", "INGEST-SHEET")
        .containsEntry("pop-far.xlsx", "INGEST-SHEET")
        .containsEntry("pop-formula.xlsx", "INGEST-VALUE")
        .containsEntry("pop-wide.xlsx", "INGEST-FIELDS")
        .containsEntry("pop-huge.xlsx", "");
    Canary.of(SECRET).assertUnseen(told.out() + told.err(), programme.out());
  }

  /** Why a file or its one record was refused at the door; empty where it was not. */
  private static Map<String, String> fates(SmallProgramme programme) {
    Map<String, String> fates = new TreeMap<>();
    Published.in(programme.out())
        .rows("accounting", "source", "population", "stage", "ingest")
        .forEach(row -> fates.merge(row.get("file"), row.get("reason"), String::concat));
    return fates;
  }

  private static byte[] book() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("population");
      String[] names = {"area", "sex", "year", "age_lower", "age_upper", "population"};
      for (int i = 0; i < names.length; i++) {
        sheet.value(0, i, names[i]);
      }
      sheet.value(1, 0, "North");
      sheet.value(1, 1, 1);
      sheet.value(1, 2, 2008);
      sheet.value(1, 3, 70);
      sheet.value(1, 4, 74);
      sheet.value(1, 5, 1000);
    }
    return bytes.toByteArray();
  }

  private static void changed(SmallProgramme programme, String name, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(programme.file("pop-good.xlsx").toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part : Collections.list(in.entries())) {
        try (InputStream text = in.getInputStream(part)) {
          byte[] plain = text.readAllBytes();
          out.putNextEntry(new ZipEntry(part.getName()));
          boolean sheet = part.getName().equals(SHEET);
          out.write(sheet ? change.apply(new String(plain, UTF_8)).getBytes(UTF_8) : plain);
        }
      }
    }
    programme.write(name, bytes.toByteArray());
  }
}
