package org.nangdok.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makes the sheets of screenshots in {@code docs/screens} anew: each state in each size, once for
 * each look. {@code mvn -Pbrowser surefire:test -Dtest=ScreenSheets} makes them; it is no test.
 */
class ScreenSheets extends PageTest {

  private static final Path SHEETS = Path.of("docs/screens");
  private static final int[][] SIZES = {
    {320, 256}, {320, 640}, {390, 844}, {844, 390}, {768, 1024}, {1440, 900}
  };
  private static final int SHRUNK = 2;
  private static final int GAP = 12;

  /** A script's own click is no listener's: browsers let no sound out for it. */
  private static final String PRESS = "press ";

  private static final Map<String, String> STATES =
      new java.util.TreeMap<>(
          Map.of(
              "1 at rest", "",
              "2 playing", PRESS + "#play",
              "3 list", "document.querySelector('#queue').showPopover();",
              "4 downloads", "document.querySelector('#downloads').showPopover();",
              "5 settings", "document.querySelector('#settings').showPopover();",
              "6 voices", "document.querySelector('#open-voices').click();",
              "7 shortcuts", "document.querySelector('#open-keys').click();",
              "8 mistyped",
                  "document.querySelector('#source').value = 'htp://news.example/a';"
                      + " document.querySelector('#ask').requestSubmit();"));

  ScreenSheets() {
    super(Engine.CHROMIUM);
  }

  @ParameterizedTest
  @CsvSource({"light, none, ko", "dark, none, ko", "light, none, en", "dark, active, en"})
  void sheet(String scheme, String forced, String language) throws IOException {
    List<BufferedImage> rows = new ArrayList<>();
    for (String act : STATES.values()) {
      List<BufferedImage> row = new ArrayList<>();
      for (int[] size : SIZES) {
        row.add(shot(act, size, scheme, forced, language));
      }
      rows.add(beside(row));
    }
    Files.createDirectories(SHEETS);
    String name = (forced.equals("active") ? "forced" : scheme) + "-" + language + ".jpg";
    ImageIO.write(below(rows), "jpg", SHEETS.resolve(name).toFile());
    devTools("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  private BufferedImage shot(String act, int[] size, String scheme, String forced, String language)
      throws IOException {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", size[0], "height", size[1], "deviceScaleFactor", 1, "mobile", false));
    devTools(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "forced-colors", "value", forced))));
    browser.run(
        "localStorage.clear(); localStorage.setItem('nangdok.language', '\"" + language + "\"');");
    browser.open(address + "/");
    awaitTrue("document.documentElement.dataset.ready === 'true'");
    if (act.startsWith(PRESS)) {
      browser.click(act.substring(PRESS.length()));
    }
    browser.run(
        (act.startsWith(PRESS) ? "" : act)
            + " await new Promise((done) => setTimeout(done, 500));");
    byte[] png =
        Base64.getDecoder()
            .decode(
                devTools("Page.captureScreenshot", Map.of("format", "png")).get("data").asString());
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private tools.jackson.databind.JsonNode devTools(String command, Map<String, Object> parameters) {
    return ((WebDriverBrowser) browser).devTools(command, parameters);
  }

  private static BufferedImage beside(List<BufferedImage> images) {
    int width = images.stream().mapToInt(image -> image.getWidth() / SHRUNK + GAP).sum();
    int height = images.stream().mapToInt(image -> image.getHeight() / SHRUNK).max().orElse(1);
    BufferedImage sheet = blank(width, height);
    Graphics2D graphics = sheet.createGraphics();
    int x = 0;
    for (BufferedImage image : images) {
      int w = image.getWidth() / SHRUNK;
      int h = image.getHeight() / SHRUNK;
      graphics.drawImage(image.getScaledInstance(w, h, Image.SCALE_SMOOTH), x, 0, null);
      x += w + GAP;
    }
    graphics.dispose();
    return sheet;
  }

  private static BufferedImage below(List<BufferedImage> images) {
    int width = images.stream().mapToInt(BufferedImage::getWidth).max().orElse(1);
    int height = images.stream().mapToInt(image -> image.getHeight() + GAP).sum();
    BufferedImage sheet = blank(width, height);
    Graphics2D graphics = sheet.createGraphics();
    int y = 0;
    for (BufferedImage image : images) {
      graphics.drawImage(image, 0, y, null);
      y += image.getHeight() + GAP;
    }
    graphics.dispose();
    return sheet;
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }
}
