package org.nangdok.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The tag before each piece of MP3 in HLS, which tells when it is heard (RFC 8216, 3.4): an ID3v2.4
 * PRIV frame with a time of 33 bits at 90 kHz.
 */
public final class HlsTimestamp {

  private static final byte[] OWNER =
      "com.apple.streaming.transportStreamTimestamp\0".getBytes(StandardCharsets.US_ASCII);
  private static final int TICKS_PER_MILLISECOND = 90;
  private static final long MASK = (1L << 33) - 1;

  private HlsTimestamp() {}

  /** The tag of a piece that is heard from a time on. */
  public static byte[] of(long millis) {
    int content = OWNER.length + Long.BYTES;
    return ByteBuffer.allocate(20 + content)
        .put(new byte[] {'I', 'D', '3', 4, 0, 0})
        .putInt(10 + content) // below 128: the same with seven bits a byte
        .put("PRIV".getBytes(StandardCharsets.US_ASCII))
        .putInt(content)
        .putShort((short) 0)
        .put(OWNER)
        .putLong(millis * TICKS_PER_MILLISECOND & MASK)
        .array();
  }
}
