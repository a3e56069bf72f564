package org.nangdok.browser;

class FirefoxSoundTest extends SoundTest {

  FirefoxSoundTest() {
    super(Engine.FIREFOX);
  }
}
