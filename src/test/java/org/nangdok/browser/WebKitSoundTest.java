package org.nangdok.browser;

class WebKitSoundTest extends SoundTest {

  WebKitSoundTest() {
    super(Engine.WEBKIT);
  }
}
