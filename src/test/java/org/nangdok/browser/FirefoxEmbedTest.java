package org.nangdok.browser;

class FirefoxEmbedTest extends EmbedTest {

  FirefoxEmbedTest() {
    super(Engine.FIREFOX);
  }
}
