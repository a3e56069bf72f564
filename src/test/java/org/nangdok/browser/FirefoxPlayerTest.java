package org.nangdok.browser;

class FirefoxPlayerTest extends PlayerTest {

  FirefoxPlayerTest() {
    super(Engine.FIREFOX);
  }
}
