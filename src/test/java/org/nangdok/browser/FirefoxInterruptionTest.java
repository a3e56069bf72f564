package org.nangdok.browser;

class FirefoxInterruptionTest extends InterruptionTest {

  FirefoxInterruptionTest() {
    super(Engine.FIREFOX);
  }
}
