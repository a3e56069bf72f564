package org.nangdok.audio.file;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hands out decoded sound in pieces of another length than its frames; silence after its end. */
final class SampleQueue {

  private final DecodedMp3 sound;
  private short @Nullable [] frame = new short[0];
  private int used;

  SampleQueue(DecodedMp3 sound) {
    this.sound = sound;
  }

  void fill(short[] piece) throws IOException {
    int filled = 0;
    while (filled < piece.length && frame != null) {
      if (used == frame.length) {
        frame = sound.next();
        used = 0;
        continue;
      }
      int count = Math.min(piece.length - filled, frame.length - used);
      System.arraycopy(frame, used, piece, filled, count);
      used += count;
      filled += count;
    }
    Arrays.fill(piece, filled, piece.length, (short) 0);
  }
}
