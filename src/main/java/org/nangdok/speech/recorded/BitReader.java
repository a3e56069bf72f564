package org.nangdok.speech.recorded;

/** Bits of bytes, the highest first. */
final class BitReader {

  private final byte[] bytes;
  private int next;

  /** What was taken from the bytes and not yet read: the highest {@code held} bits. */
  private long buffer;

  private int held;

  BitReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.next = from;
  }

  private void fill() {
    while (held <= 56) {
      // Past the end there are zeros; who reads on finds no frame there.
      long one = next < bytes.length ? bytes[next] & 0xFFL : 0;
      if (next++ > bytes.length + 16) {
        throw new ArrayIndexOutOfBoundsException("The stream has ended.");
      }
      buffer |= one << (56 - held);
      held += 8;
    }
  }

  /**
   * A number without sign.
   *
   * @param count of bits, 0 to 32
   */
  int read(int count) {
    if (count == 0) {
      return 0;
    }
    if (held < count) {
      fill();
    }
    int value = (int) (buffer >>> (64 - count));
    buffer <<= count;
    held -= count;
    return value;
  }

  /**
   * A number in two's complement.
   *
   * @param count of bits, 1 to 32
   */
  int signed(int count) {
    return read(count) << (32 - count) >> (32 - count);
  }

  /** How many zeros stand before the next one, which is read too. */
  int unary() {
    int zeros = 0;
    while (true) {
      if (held < 32) {
        fill();
      }
      int run = Math.min(Long.numberOfLeadingZeros(buffer), held);
      if (run < held) {
        zeros += run;
        buffer <<= run + 1;
        held -= run + 1;
        return zeros;
      }
      zeros += held;
      buffer = 0;
      held = 0;
    }
  }

  /** Goes on to the next whole byte. */
  void align() {
    int rest = held & 7;
    buffer <<= rest;
    held -= rest;
  }
}
