package org.nangdok.document.pdf;

import org.nangdok.document.DocumentPart;

/** What the files themselves say isn't text. */
final class Artifacts {

  private Artifacts() {}

  static DocumentPart part(String words) {
    return words.strip().matches("[-–—\\s]*(?:\\d{1,4}|[ivxlcIVXLC]{1,7})[-–—\\s]*")
        ? DocumentPart.PAGE_NUMBER
        : DocumentPart.RUNNING_HEAD;
  }
}
