package org.nangdok.browser;

class ChromiumKeysEmbedTest extends KeysEmbedTest {

  ChromiumKeysEmbedTest() {
    super(Engine.CHROMIUM);
  }
}
