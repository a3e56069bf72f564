package org.nangdok.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;

/** The player in pages of somebody else's site, in one engine. */
abstract class SitePlayerTest extends BrowserTest {

  static final String PLAYER = "document.querySelector('nangdok-player')";
  static final String SHADOW = PLAYER + ".shadowRoot";

  final ForeignSite site = ForeignSite.start();

  SitePlayerTest(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void useOurOwnService() {
    assumeTrue(
        System.getProperty("nangdok.address", "").isEmpty(),
        "A service that runs already doesn't list the test's site.");
    browser.resize(1000, 800);
  }

  void press(String selector) {
    browser.clickOn(SHADOW + ".querySelector('" + selector + "')");
  }

  String sampleId() throws IOException {
    return Application.get(address, "/api/sample").get("id").asString();
  }
}
