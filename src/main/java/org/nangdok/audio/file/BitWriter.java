package org.nangdok.audio.file;

import java.util.Arrays;

/** Bits, the highest first, collected into bytes. */
final class BitWriter {

  private byte[] bytes = new byte[2048];
  private int bits;

  /**
   * @param count up to 32
   */
  void write(long value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      writeBit((int) (value >> i) & 1);
    }
  }

  /** So many zeros and a one. */
  void writeUnary(long zeros) {
    for (long i = 0; i < zeros; i++) {
      writeBit(0);
    }
    writeBit(1);
  }

  private void writeBit(int bit) {
    int index = bits >> 3;
    if (index == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[index] |= (byte) (bit << (7 - (bits & 7)));
    bits++;
  }

  /** Fills the last byte with zeros. */
  void align() {
    bits = (bits + 7) & ~7;
  }

  /** What was written; whole bytes only. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, bits >> 3);
  }
}
