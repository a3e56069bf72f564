package org.nangdok.speech.recorded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a FLAC stream (RFC 9639) of 16 bits, mono, whose frames have fixed or linear predictors. Of
 * checksums it reads none: the inventory's own hash tells whether the file is whole.
 */
final class FlacSound {

  private static final int STREAM_INFO = 42;
  private static final int SYNC = 0b11111111_111110;

  /** Coefficients of the fixed predictors by order (RFC 9639, 9.2.5). */
  private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private final BitReader bits;
  private final int[] block = new int[65_536];

  private FlacSound(byte[] stream, int from) {
    bits = new BitReader(stream, from);
  }

  /**
   * Decodes a whole stream.
   *
   * @throws IOException if it is no such stream
   */
  static short[] decode(byte[] stream) throws IOException {
    if (stream.length < STREAM_INFO
        || !new String(stream, 0, 4, StandardCharsets.US_ASCII).equals("fLaC")) {
      throw new IOException("This is no FLAC stream.");
    }
    long total =
        (stream[21] & 0x0FL) << 32
            | (stream[22] & 0xFFL) << 24
            | (stream[23] & 0xFF) << 16
            | (stream[24] & 0xFF) << 8
            | stream[25] & 0xFF;
    int at = 4;
    boolean last = false;
    while (!last) {
      last = stream[at] < 0;
      int length = (stream[at + 1] & 0xFF) << 16 | (stream[at + 2] & 0xFF) << 8;
      at += 4 + length + (stream[at + 3] & 0xFF);
    }
    var reader = new FlacSound(stream, at);
    var sound = new short[Math.toIntExact(total)];
    try {
      for (int filled = 0; filled < sound.length; ) {
        int count = reader.frame();
        for (int i = 0; i < count; i++) {
          sound[filled + i] = (short) reader.block[i];
        }
        filled += count;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IOException("This FLAC stream is broken.", e);
    }
    return sound;
  }

  /** Decodes one frame into {@link #block}; how many samples it has. */
  private int frame() throws IOException {
    if (bits.read(14) != SYNC) {
      throw new IOException("This FLAC stream is broken.");
    }
    bits.read(2);
    int sizeCode = bits.read(4);
    int rateCode = bits.read(4);
    if (bits.read(4) != 0) {
      throw new IOException("This FLAC stream isn't mono.");
    }
    bits.read(4);
    for (int first = bits.read(8), more = Integer.numberOfLeadingZeros(~(first << 24));
        more > 1;
        more--) {
      bits.read(8);
    }
    int count = size(sizeCode);
    if (rateCode == 12) {
      bits.read(8);
    } else if (rateCode > 12) {
      bits.read(16);
    }
    bits.read(8);
    subframe(count);
    bits.align();
    bits.read(16);
    return count;
  }

  private int size(int code) throws IOException {
    return switch (code) {
      case 0 -> throw new IOException("This FLAC stream is broken.");
      case 1 -> 192;
      case 2, 3, 4, 5 -> 576 << (code - 2);
      case 6 -> bits.read(8) + 1;
      case 7 -> bits.read(16) + 1;
      default -> 256 << (code - 8);
    };
  }

  private void subframe(int count) throws IOException {
    bits.read(1);
    int type = bits.read(6);
    if (bits.read(1) != 0) {
      throw new IOException("This FLAC stream has wasted bits.");
    }
    if (type == 0) {
      Arrays.fill(block, 0, count, bits.signed(16));
    } else if (type == 1) {
      for (int i = 0; i < count; i++) {
        block[i] = bits.signed(16);
      }
    } else if (type >= 8 && type <= 12) {
      warmUp(type - 8);
      residual(count, type - 8);
      predict(count, FIXED[type - 8], 0);
    } else if (type >= 32) {
      linear(count, type - 31);
    } else {
      throw new IOException("This FLAC stream is broken.");
    }
  }

  private void warmUp(int order) {
    for (int i = 0; i < order; i++) {
      block[i] = bits.signed(16);
    }
  }

  private void linear(int count, int order) throws IOException {
    warmUp(order);
    int precision = bits.read(4) + 1;
    int shift = bits.signed(5);
    var coefficients = new int[order];
    for (int i = 0; i < order; i++) {
      coefficients[i] = bits.signed(precision);
    }
    residual(count, order);
    predict(count, coefficients, shift);
  }

  private void predict(int count, int[] coefficients, int shift) {
    int order = coefficients.length;
    for (int i = order; i < count; i++) {
      long sum = 0;
      for (int c = 0; c < order; c++) {
        sum += (long) coefficients[c] * block[i - 1 - c];
      }
      block[i] += (int) (sum >> shift);
    }
  }

  private void residual(int count, int order) {
    int width = bits.read(2) == 0 ? 4 : 5;
    int escape = (1 << width) - 1;
    int partitions = 1 << bits.read(4);
    int at = order;
    for (int p = 1; p <= partitions; p++) {
      int end = p * (count / partitions);
      int parameter = bits.read(width);
      if (parameter == escape) {
        int plain = bits.read(5);
        for (; at < end; at++) {
          block[at] = plain == 0 ? 0 : bits.signed(plain);
        }
      } else {
        for (; at < end; at++) {
          int folded = bits.unary() << parameter | bits.read(parameter);
          block[at] = folded >>> 1 ^ -(folded & 1);
        }
      }
    }
  }
}
