package org.nangdok.browser;

class FirefoxListenerTest extends ListenerTest {

  FirefoxListenerTest() {
    super(Engine.FIREFOX);
  }
}
