package org.nangdok.delivery;

import java.io.IOException;
import java.io.OutputStream;
import org.nangdok.reading.JoinedAudio;

/**
 * An article's sound with a tag before it: what a download holds. Only the tag is in memory.
 *
 * @param tag whole bytes of ID3v2
 * @param audio the sound
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TaggedAudio(byte[] tag, JoinedAudio audio) {

  /** Bytes in all. */
  long length() {
    return tag.length + audio.length();
  }

  /**
   * Writes a stretch.
   *
   * @param from first byte
   * @param to one past the last byte
   */
  void write(OutputStream out, long from, long to) throws IOException {
    if (from < tag.length) {
      int end = (int) Math.min(tag.length, to);
      out.write(tag, (int) from, end - (int) from);
    }
    if (to > tag.length) {
      audio.write(out, Math.max(0, from - tag.length), to - tag.length);
    }
  }
}
