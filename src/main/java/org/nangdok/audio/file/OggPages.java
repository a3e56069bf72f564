package org.nangdok.audio.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts packets into the pages of one Ogg stream (RFC 3533). */
final class OggPages {

  private static final int MOST_SEGMENTS = 255;
  private static final int SEGMENT = 255;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int CHECKSUM_AT = 22;

  private final OutputStream out;
  private final int serial;
  private final ByteArrayOutputStream lengths = new ByteArrayOutputStream();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private long position;
  private int number;
  private boolean continued;

  OggPages(OutputStream out, int serial) {
    this.out = out;
    this.serial = serial;
  }

  /**
   * @param end the position in the stream after this packet
   */
  void write(byte[] packet, long end) throws IOException {
    int segments = packet.length / SEGMENT + 1;
    if (lengths.size() + segments > MOST_SEGMENTS && lengths.size() > 0) {
      flush();
    }
    int written = 0;
    for (int i = 0; i < segments; i++) {
      if (lengths.size() == MOST_SEGMENTS) {
        position = -1; // no packet ends on this page
        flush();
        continued = true;
      }
      int length = Math.min(SEGMENT, packet.length - written);
      lengths.write(length);
      content.write(packet, written, length);
      written += length;
    }
    position = end;
  }

  /** Ends the page. */
  void flush() throws IOException {
    page(0);
  }

  /** Ends the stream. */
  void end() throws IOException {
    page(LAST);
  }

  private void page(int flags) throws IOException {
    ByteBuffer page =
        ByteBuffer.allocate(27 + lengths.size() + content.size()).order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(StandardCharsets.US_ASCII));
    page.put((byte) 0); // version
    page.put((byte) (flags | (number == 0 ? FIRST : 0) | (continued ? 1 : 0)));
    page.putLong(position);
    page.putInt(serial);
    page.putInt(number++);
    page.putInt(0); // the checksum
    page.put((byte) lengths.size());
    page.put(lengths.toByteArray());
    page.put(content.toByteArray());
    page.putInt(CHECKSUM_AT, checksum(page.array()));
    out.write(page.array());
    lengths.reset();
    content.reset();
    continued = false;
  }

  private static int checksum(byte[] page) {
    int sum = 0;
    for (byte b : page) {
      sum ^= (b & 0xFF) << 24;
      for (int i = 0; i < 8; i++) {
        sum = sum < 0 ? sum << 1 ^ 0x04C11DB7 : sum << 1;
      }
    }
    return sum;
  }
}
