package org.nangdok.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a screen reader is told of each state, kept as text in {@code
 * src/test/resources/accessibility}. {@code -Dnangdok.accessibility=write} writes the files anew;
 * who changes them reads them.
 */
class AccessibilityTreeTest extends PageTest {

  private static final Path KEPT = Path.of("src/test/resources/accessibility");

  AccessibilityTreeTest() {
    super(Engine.CHROMIUM);
  }

  @Test
  void atRest() throws IOException {
    assertAsKept("at-rest");
  }

  @ParameterizedTest
  @CsvSource({"queue, list-open", "downloads, downloads-open", "settings, settings-open"})
  void anOpenPanel(String panel, String state) throws IOException {
    browser.run("document.querySelector('#" + panel + "').showPopover();");
    awaitTrue("document.querySelector('#" + panel + "').matches(':popover-open')");
    assertAsKept(state);
  }

  @Test
  void theChoiceOfVoices() throws IOException {
    browser.click("#open-voices");
    awaitTrue("document.querySelector('#voices .voice-row select')");
    assertAsKept("voices-open");
  }

  @Test
  void theTableOfShortcuts() throws IOException {
    browser.run("document.querySelector('#open-keys').click();");
    awaitTrue("document.querySelector('#keys').open");
    assertAsKept("shortcuts-open");
  }

  @Test
  void aProblem() throws IOException {
    ask("http://127.0.0.1/news");
    awaitTrue("document.querySelector('#problem button') !== null");
    assertAsKept("a-problem");
  }

  @Test
  void aTimerOnASmallPhone() throws IOException {
    browser.resize(320, 640);
    choose("#sleep", "article");
    awaitTrue("document.querySelector('#player').dataset.size === 'mini'");
    assertAsKept("small-with-timer");
  }

  private void assertAsKept(String state) throws IOException {
    String now = AccessibilityTree.of((WebDriverBrowser) browser);
    Path file = KEPT.resolve(state + ".txt");
    if (System.getProperty("nangdok.accessibility", "").equals("write")) {
      Files.createDirectories(KEPT);
      Files.writeString(file, now);
    }
    assertThat(now).isEqualTo(Files.readString(file));
  }
}
