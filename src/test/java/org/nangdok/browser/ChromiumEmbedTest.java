package org.nangdok.browser;

class ChromiumEmbedTest extends EmbedTest {

  ChromiumEmbedTest() {
    super(Engine.CHROMIUM);
  }
}
