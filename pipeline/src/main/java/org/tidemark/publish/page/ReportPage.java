package org.tidemark.publish.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report as one self-contained page: styles and charts inline, no script, no request. Its
 * markup is well-formed XML as well as HTML.
 */
public final class ReportPage {
  private ReportPage() {}

  /**
   * The page.
   *
   * @return {@code report/index.html}, UTF-8; the same content gives the same bytes
   */
  public static byte[] render(ReportContent content) {
    StringOutput page = new StringOutput(1 << 17);
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(page), null, content, style());
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String style() {
    try (InputStream file = ReportPage.class.getResourceAsStream("/page/report.css")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
