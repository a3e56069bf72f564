package org.nangdok.command;

import java.io.PrintWriter;

/** One line that shows how much of something is there; nothing where no terminal is. */
final class ProgressBar {

  private static final int WIDTH = 24;

  private final PrintWriter out;
  private final boolean shown;
  private final String what;
  private int last = -1;

  /**
   * @param shown whether somebody looks at it
   * @param what is on its way, for people
   */
  ProgressBar(PrintWriter out, boolean shown, String what) {
    this.out = out;
    this.shown = shown;
    this.what = what;
  }

  void at(long done, long all) {
    int percent = all <= 0 ? 0 : (int) Math.min(100, done * 100 / all);
    if (!shown || percent == last) {
      return;
    }
    last = percent;
    int full = percent * WIDTH / 100;
    out.printf(
        "\r%s [%s%s] %3d %%\u001b[K", what, "#".repeat(full), "-".repeat(WIDTH - full), percent);
    out.flush();
  }

  /** Takes the line away. */
  void clear() {
    if (shown && last >= 0) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
