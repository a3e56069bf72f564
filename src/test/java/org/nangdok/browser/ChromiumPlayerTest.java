package org.nangdok.browser;

class ChromiumPlayerTest extends PlayerTest {

  ChromiumPlayerTest() {
    super(Engine.CHROMIUM);
  }
}
