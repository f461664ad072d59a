package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two dozen settings made to harm: each is refused with its file and entry, without delay, and no
 * file outside of the folders of the run is touched or told of.
 */
@DisplayName("Hostile settings")
class HostileSettingsTest {
  private static final String SECRET = "Zq7Secret";
  private static final long MOST_MILLIS = 120_000;
  private static final String OWN = "schemas, check OWN of tumour, pass: ";
  private static final String FILE_QUERY = "sex IN (SELECT _c0 FROM csv.`/etc/passwd`)";
  private static final String CHECK =
      """
      checks:
        - id: OWN
          version: 1
          table: tumour
          severity: rare
          fields: [sex]
          pass: sex = 1
          origin: Own
          message: {en: a, fr: b, es: c, pt: d}
      """;

  @TempDir private Path root;
  private SmallProgramme programme;
  private Path schemas;

  /** What is wrong, and what the operator is told of it. */
  private record Hostile(String name, Damage damage, List<String> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Damage {
    void to(HostileSettingsTest run) throws IOException;
  }

  static Stream<Hostile> settings() {
    return Stream.concat(programmes(), folders());
  }

  private static Stream<Hostile> programmes() {
    String path = "programme.yaml at /sources/0/path: ";
    return Stream.of(
        source("a path that leaves", "path: ../secret.csv", path, "leaves"),
        source("a glob that leaves", "path: \"{a,..}/secret.csv\"", path, "leaves"),
        source("an absolute path", "path: /etc/passwd", path, "absolute"),
        source("another scheme", "path: \"file:///etc/passwd\"", path, "scheme"),
        source("a network address", "path: \"https://127.0.0.1/x.csv\"", path, "scheme"),
        source("a link that leaves", "path: link/secret.csv", path, "leaves"),
        whole("anchors and aliases", "a: &a [x, x]\nb: [*a, *a]\n", "at /a: uses an anchor"),
        whole("a tag", "a: !!javax.script.ScriptEngineManager []\n", "at /a: uses an anchor"),
        whole("depth", "a: " + "[".repeat(100_000), "nested too deeply"),
        whole("a long text", "a: '" + "x".repeat(1 << 20) + "'", "at /a", "too long a text"),
        whole("100 MB", "a: '" + "x".repeat(100 << 20) + "'", "is larger than 4 MiB"),
        whole("a key twice", "programme: a\nprogramme: b\n", "at /programme, line 2: gives a key"),
        whole("an unknown key", "programme: a\nexec: rm\n", "there is no key 'exec'"));
  }

  private static Stream<Hostile> folders() {
    return Stream.of(
        check("an unknown field", "[sex]", "[sexe]", "own.yaml", "/checks/0/fields"),
        check("an unknown kind", "pass:", "exec:", "own.yaml", "/checks/0: there is no key 'exec'"),
        check("SQL that is none", "sex = 1", "sex = = 1", OWN, "PARSE_SYNTAX_ERROR"),
        check("SQL that reads a file", "sex = 1", FILE_QUERY, OWN, "NOT_FOUND"),
        check("SQL that calls Java", "sex = 1", "java_method('a.B', 'c') = 1", OWN, "Java"),
        check("SQL that reflects", "sex = 1", "Reflect ('a.B', 'c') = 1", OWN, "Java"),
        new Hostile(
            "a view that writes files",
            run ->
                run.schema(
                    "views/own.yaml",
                    "view: own\ntitle: Own\ntables: [site]\nsql: INSERT OVERWRITE DIRECTORY '"
                        + run.root.resolve("written")
                        + "' USING csv SELECT site_id FROM site\n"),
            List.of("schemas, view own: ", "PARSE_SYNTAX_ERROR")),
        new Hostile(
            "a JSON table nested without end",
            run -> run.schema("tables/own.json", "{\"name\": " + "[".repeat(100_000)),
            List.of("own.json", "nested too deeply")),
        new Hostile(
            "a link out of the folder",
            run -> {
              Files.createDirectories(run.schemas.resolve("mappings"));
              Files.createSymbolicLink(
                  run.schemas.resolve("mappings/own.yaml"), run.root.resolve("secret.csv"));
            },
            List.of("own.yaml", "leads out of the schemas folder")));
  }

  @BeforeEach
  void place() throws IOException {
    Path folder = Files.createDirectories(root.resolve("programme"));
    programme = SmallProgramme.in(folder);
    schemas = Files.createDirectories(root.resolve("schemas"));
    Files.writeString(root.resolve("secret.csv"), "id\n" + SECRET + "\n");
    Files.createSymbolicLink(folder.resolve("link"), root);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void areRefusedWithFileAndEntry(Hostile hostile) throws IOException {
    hostile.damage().to(this);
    Map<String, String> before = files();
    long started = System.nanoTime();
    Told told = Told.run(programme.programme(), programme.out(), "--schemas", schemas.toString());
    assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(MOST_MILLIS);
    assertThat(told.exitCode()).as(told.err()).isEqualTo(2);
    assertThat(told.err()).contains(hostile.told()).contains("mend: ").doesNotContain(SECRET);
    assertThat(told.err()).doesNotContain("a defect of ours");
    assertThat(programme.out().resolve("CURRENT")).doesNotExist();
    assertThat(files()).isEqualTo(before);
  }

  /** All files but those that a run may write, by name and content. */
  private Map<String, String> files() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.startsWith("programme/out")) {
          all.put(name, Arrays.hashCode(Files.readAllBytes(file)) + "");
        }
      }
    }
    return all;
  }

  private void schema(String name, String text) throws IOException {
    Path file = schemas.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Hostile source(String name, String by, String... told) {
    return new Hostile(
        name, run -> run.programme.replace("programme.yaml", "path: cases.csv", by), List.of(told));
  }

  private static Hostile whole(String name, String text, String... told) {
    return new Hostile(name, run -> run.programme.write("programme.yaml", text), List.of(told));
  }

  private static Hostile check(String name, String piece, String by, String... told) {
    return new Hostile(
        name, run -> run.schema("checks/own.yaml", CHECK.replace(piece, by)), List.of(told));
  }
}
