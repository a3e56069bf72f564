package org.nangdok.browser;

class WebKitNewsroomTest extends NewsroomTest {

  WebKitNewsroomTest() {
    super(Engine.WEBKIT);
  }
}
