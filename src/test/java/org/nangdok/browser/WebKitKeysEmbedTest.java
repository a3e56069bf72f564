package org.nangdok.browser;

class WebKitKeysEmbedTest extends KeysEmbedTest {

  WebKitKeysEmbedTest() {
    super(Engine.WEBKIT);
  }
}
