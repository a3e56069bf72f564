package org.nangdok.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The name of a podcast that stays when it moves: UUID version 5 (Podcasting 2.0, podcast:guid).
 */
final class PodcastGuid {

  private static final UUID NAMESPACE = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

  private PodcastGuid() {}

  /**
   * @param address the feed's address; its scheme and the slashes at its end don't count
   */
  static UUID of(String address) {
    String name = address.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("/+$", "");
    byte[] hash = sha1(name);
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long high = bytes.getLong() & ~0xF000L | 0x5000L; // version 5
    long low = bytes.getLong() & ~(3L << 62) | 1L << 63; // variant of RFC 9562
    return new UUID(high, low);
  }

  private static byte[] sha1(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1.", e);
    }
  }
}
