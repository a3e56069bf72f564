package org.nangdok.browser;

class WebKitEmbedTest extends EmbedTest {

  WebKitEmbedTest() {
    super(Engine.WEBKIT);
  }
}
