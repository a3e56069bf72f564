package org.nangdok.browser;

class ChromiumInterruptionTest extends InterruptionTest {

  ChromiumInterruptionTest() {
    super(Engine.CHROMIUM);
  }
}
