package org.nangdok.browser;

class WebKitInterruptionTest extends InterruptionTest {

  WebKitInterruptionTest() {
    super(Engine.WEBKIT);
  }
}
