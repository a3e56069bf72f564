package org.nangdok.audio;

/**
 * The arithmetic of our MP3: MPEG-2 Layer III (ISO/IEC 13818-3), 24 kHz, mono, constant 64 kbit/s,
 * no CRC. One frame is 576 samples, 24 ms and 192 bytes, so that bytes are time.
 */
public final class Mp3Frames {

  /** Samples per second. */
  public static final int SAMPLE_RATE = 24_000;

  /** Bits per second, in thousands. */
  public static final int KILOBITS = 64;

  /** Samples in one frame. */
  public static final int SAMPLES = 576;

  /** Milliseconds in one frame. */
  public static final int MILLIS = 24;

  /** Bytes in one frame. */
  public static final int BYTES = 192;

  /**
   * Milliseconds of silence that encoder and decoder put before the first sample: 576 of the
   * encoder and 529 of the decoder (LAME technical FAQ), 1105 in all.
   */
  public static final int DELAY_MILLIS = 46;

  private static final byte[] SILENT = silent();

  private Mp3Frames() {}

  /** Length in milliseconds of so many bytes. */
  public static long millis(long bytes) {
    return bytes / BYTES * MILLIS;
  }

  /**
   * Frames that decode to silence.
   *
   * @param count how many, 24 ms each
   */
  public static byte[] silence(int count) {
    var bytes = new byte[count * BYTES];
    for (int i = 0; i < count; i++) {
      System.arraycopy(SILENT, 0, bytes, i * BYTES, BYTES);
    }
    return bytes;
  }

  /**
   * Header with all-zero side information: no bits of main data, nothing taken from frames before.
   */
  private static byte[] silent() {
    var frame = new byte[BYTES];
    frame[0] = (byte) 0xFF; // sync
    frame[1] = (byte) 0xF3; // sync, MPEG-2, Layer III, no CRC
    frame[2] = (byte) 0x84; // 64 kbit/s, 24 kHz, no padding
    frame[3] = (byte) 0xC4; // mono, original
    return frame;
  }
}
