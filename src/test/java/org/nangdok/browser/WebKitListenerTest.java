package org.nangdok.browser;

class WebKitListenerTest extends ListenerTest {

  WebKitListenerTest() {
    super(Engine.WEBKIT);
  }
}
