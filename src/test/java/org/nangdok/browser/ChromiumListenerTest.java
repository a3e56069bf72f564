package org.nangdok.browser;

class ChromiumListenerTest extends ListenerTest {

  ChromiumListenerTest() {
    super(Engine.CHROMIUM);
  }
}
