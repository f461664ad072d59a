package org.tidemark.jobs.page;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium with a fresh profile: opens a page and answers questions about it. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Pattern REQUEST =
      Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static boolean installed() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  /** Starts it; the driver's place is given, so that nothing is looked up or downloaded. */
  static Browser start(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile.toAbsolutePath());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable("browser", Level.ALL);
    logs.enable("performance", Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    File executable = DRIVER.toFile();
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(executable)
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    // The browser's own first page loads parts of its own: they are no requests of ours.
    browser.driver.get("about:blank");
    browser.requests();
    browser.complaints();
    return browser;
  }

  /** Opens a page in a window of that width, as a telephone or a desk would. */
  void open(URI page, int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.get(page.toString());
  }

  /** Opens every folded part, so that its content is judged as well. */
  void unfold() {
    driver.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
  }

  /** How many pixels the page is wider than its window. */
  long overflow() {
    return (Long)
        driver.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Errors and warnings of the console. */
  List<String> complaints() {
    return log("browser")
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Every address that was asked for since the last question. */
  List<String> requests() {
    return log("performance")
        .map(entry -> REQUEST.matcher(entry.getMessage()))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  /** What axe-core finds wrong: a line a rule, with the places. */
  List<String> violations() {
    driver.executeScript(axe());
    Object result =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document).then(r => done(r.violations.map(v =>"
                + " v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))))");
    return ((List<?>) result).stream().map(Object::toString).toList();
  }

  /** How many rules axe-core could apply and found kept. */
  long rulesKept() {
    return (Long)
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document).then(r => done(r.passes.length))");
  }

  /** The size of each visible text of a drawing, in pixels of the screen. */
  double smallestChartText() {
    Object size =
        driver.executeScript(
            "return Math.min(...[...document.querySelectorAll('svg text')]"
                + ".filter(t => t.getClientRects().length)"
                + ".map(t => 13 * t.getScreenCTM().a))");
    return ((Number) size).doubleValue();
  }

  private Stream<LogEntry> log(String type) {
    return driver.manage().logs().get(type).getAll().stream();
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
