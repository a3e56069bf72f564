package org.nangdok.browser;

class ChromiumSoundTest extends SoundTest {

  ChromiumSoundTest() {
    super(Engine.CHROMIUM);
  }
}
