package org.nangdok.browser;

class ChromiumNewsroomTest extends NewsroomTest {

  ChromiumNewsroomTest() {
    super(Engine.CHROMIUM);
  }
}
