package org.nangdok.browser;

class FirefoxNewsroomTest extends NewsroomTest {

  FirefoxNewsroomTest() {
    super(Engine.FIREFOX);
  }
}
