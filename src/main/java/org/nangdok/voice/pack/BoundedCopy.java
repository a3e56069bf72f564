package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Copies a file's content, never more than a byte beyond what is expected: it may be a bomb. */
final class BoundedCopy {

  private static final int PIECE = 65_536;

  private BoundedCopy() {}

  /**
   * @param expected bytes
   * @param progress is told how many bytes are copied
   * @return how many bytes were copied
   */
  static long of(InputStream in, OutputStream out, long expected, LongConsumer progress)
      throws IOException {
    var piece = new byte[PIECE];
    long there = 0;
    long most = expected == Long.MAX_VALUE ? expected : expected + 1;
    while (there < most) {
      int count = in.read(piece, 0, (int) Math.min(piece.length, most - there));
      if (count < 0) {
        break;
      }
      out.write(piece, 0, count);
      there += count;
      progress.accept(there);
    }
    return there;
  }
}
