package org.nangdok.browser;

class WebKitPlayerTest extends PlayerTest {

  WebKitPlayerTest() {
    super(Engine.WEBKIT);
  }
}
