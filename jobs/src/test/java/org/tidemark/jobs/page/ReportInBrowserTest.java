package org.tidemark.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report as a reader meets it: on a narrow and on a wide screen of a real browser. */
class ReportInBrowserTest {
  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    assumeTrue(
        Browser.installed(), "skipped: no /usr/bin/chromium with /usr/bin/chromedriver here");
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "full, 360",
    "full, 1280",
    "evaluated, 360",
    "evaluated, 1280",
    "withheld, 360",
    "withheld, 1280",
    "none, 360",
    "none, 1280"
  })
  void pageIsQuietSelfContainedWithinItsWindowAndAccessible(String fixture, int width)
      throws Exception {
    URI page = PageFixture.write(folder, fixture).toUri();
    browser.open(page, width);
    assertThat(browser.requests()).containsOnly(page.toString());
    assertThat(browser.overflow()).as("pixels wider than %d", width).isZero();
    browser.unfold();
    assertThat(browser.overflow()).as("unfolded, pixels wider than %d", width).isZero();
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.rulesKept()).isGreaterThan(20);
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"full, 360", "full, 800", "full, 1280", "evaluated, 360", "evaluated, 1280"})
  void textsOfChartsCanBeReadAtAnyWidth(String fixture, int width) throws Exception {
    browser.open(PageFixture.write(folder, fixture).toUri(), width);
    assertThat(browser.smallestChartText()).isGreaterThan(12);
  }

  /** The questions above can be answered with no: a page that breaks each rule is caught. */
  @Test
  void aBadPageIsCaught() throws Exception {
    String bad =
        "<html><body><img src='missing.png'><div style='width:2000px'>x</div>"
            + "<script>console.error('no')</script></body></html>";
    Path page = Files.writeString(folder.resolve("bad.html"), bad);
    browser.open(page.toUri(), 360);
    assertThat(browser.requests()).hasSizeGreaterThan(1);
    assertThat(browser.overflow()).isPositive();
    assertThat(browser.complaints()).isNotEmpty();
    assertThat(browser.violations()).anyMatch(line -> line.startsWith("image-alt"));
  }
}
