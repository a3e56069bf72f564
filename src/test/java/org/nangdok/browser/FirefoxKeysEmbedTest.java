package org.nangdok.browser;

class FirefoxKeysEmbedTest extends KeysEmbedTest {

  FirefoxKeysEmbedTest() {
    super(Engine.FIREFOX);
  }
}
