package org.nangdok.audio.file;

import java.nio.ByteBuffer;

/** One FLAC frame (RFC 9639, 9): header, one subframe with a fixed predictor, checksums. */
final class FlacFrame {

  private static final int HIGHEST_ORDER = 4;
  private static final int HIGHEST_RICE = 14;
  private static final int ESCAPE_BITS = 5;
  private static final int SAMPLE_BITS = 16;

  private FlacFrame() {}

  /**
   * @param samples the sound; the first {@code count} are taken
   * @param number of the frame in the stream, from 0
   */
  static byte[] encode(short[] samples, int count, long number) {
    var bits = new BitWriter();
    header(bits, count, number);
    bits.write(checksum(bits.toBytes(), 8, 0x07), 8);
    subframe(bits, samples, count);
    bits.align();
    bits.write(checksum(bits.toBytes(), 16, 0x8005), 16);
    return bits.toBytes();
  }

  private static void header(BitWriter bits, int count, long number) {
    bits.write(0b111111_11111110_00, 16); // sync code, blocks of one size
    bits.write(0b0111, 4); // the size of the block stands below in 16 bits
    bits.write(0b0111, 4); // 24 kHz
    bits.write(0b0000, 4); // mono
    bits.write(0b1000, 4); // 16 bits a sample, and a reserved 0
    for (byte b : coded(number)) {
      bits.write(b & 0xFF, 8);
    }
    bits.write(count - 1, 16);
  }

  /** A number as UTF-8 would write it, up to 36 bits (RFC 9639, 9.1.5). */
  private static byte[] coded(long number) {
    if (number < 0x80) {
      return new byte[] {(byte) number};
    }
    int more = 1;
    while (number >> (6 * more) >= 1L << (6 - more)) {
      more++;
    }
    ByteBuffer bytes = ByteBuffer.allocate(more + 1);
    bytes.put((byte) (0xFF << (7 - more) | number >> (6 * more)));
    for (int i = more - 1; i >= 0; i--) {
      bytes.put((byte) (0x80 | number >> (6 * i) & 0x3F));
    }
    return bytes.array();
  }

  private static void subframe(BitWriter bits, short[] samples, int count) {
    int order = 0;
    long[] best = residual(samples, count, 0);
    for (int next = 1; next <= Math.min(HIGHEST_ORDER, count - 1); next++) {
      long[] candidate = residual(samples, count, next);
      if (sum(candidate, HIGHEST_ORDER) < sum(best, HIGHEST_ORDER)) {
        best = candidate;
        order = next;
      }
    }
    bits.write(0b0_001_000_0 | order << 1, 8); // fixed predictor of that order, no wasted bits
    for (int i = 0; i < order; i++) {
      bits.write(samples[i] & 0xFFFF, SAMPLE_BITS);
    }
    rice(bits, best, order);
  }

  /** What the predictor of an order leaves: the differences of that order (RFC 9639, 9.2.5). */
  private static long[] residual(short[] samples, int count, int order) {
    var values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = samples[i];
    }
    for (int step = 1; step <= order; step++) {
      for (int i = count - 1; i >= step; i--) {
        values[i] -= values[i - 1];
      }
    }
    return values;
  }

  private static long sum(long[] values, int from) {
    long sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += Math.abs(values[i]);
    }
    return sum;
  }

  /** The residual in partitions of one Rice parameter each (RFC 9639, 9.2.7). */
  private static void rice(BitWriter bits, long[] residual, int order) {
    int partitionOrder = residual.length == FlacFile.BLOCK ? 4 : 0;
    int length = residual.length >> partitionOrder;
    bits.write(0b00, 2); // parameters of 4 bits
    bits.write(partitionOrder, 4);
    for (int partition = 0; partition < 1 << partitionOrder; partition++) {
      int from = Math.max(order, partition * length);
      partition(bits, residual, from, (partition + 1) * length);
    }
  }

  private static void partition(BitWriter bits, long[] residual, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += folded(residual[i]);
    }
    int parameter = 0;
    while (parameter < HIGHEST_RICE && (long) (to - from) << (parameter + 1) <= sum) {
      parameter++;
    }
    if (sum >> parameter > 64L * (to - from)) {
      escaped(bits, residual, from, to);
      return;
    }
    bits.write(parameter, 4);
    for (int i = from; i < to; i++) {
      long value = folded(residual[i]);
      bits.writeUnary(value >> parameter);
      bits.write(value & ((1L << parameter) - 1), parameter);
    }
  }

  /** Without a code, where a code would be longer. */
  private static void escaped(BitWriter bits, long[] residual, int from, int to) {
    int width = 1;
    for (int i = from; i < to; i++) {
      width = Math.max(width, 65 - Long.numberOfLeadingZeros(Math.abs(residual[i])));
    }
    bits.write(HIGHEST_RICE + 1, 4);
    bits.write(width, ESCAPE_BITS);
    for (int i = from; i < to; i++) {
      bits.write(residual[i], width);
    }
  }

  /** 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 … */
  private static long folded(long value) {
    return value << 1 ^ value >> 63;
  }

  private static int checksum(byte[] bytes, int width, int polynomial) {
    int sum = 0;
    int top = 1 << (width - 1);
    for (byte b : bytes) {
      sum ^= (b & 0xFF) << (width - 8);
      for (int i = 0; i < 8; i++) {
        sum = (sum & top) != 0 ? sum << 1 ^ polynomial : sum << 1;
      }
    }
    return sum & (top << 1) - 1;
  }
}
