package org.nangdok.page;

/**
 * What the bytes above 0x7F of a page look like, counted in one pass each as UTF-8 and as
 * windows-949.
 *
 * @param utf8 valid UTF-8 sequences of more than one byte
 * @param broken bytes that belong to no UTF-8 sequence
 * @param hangul pairs that are Hangul syllables in KS X 1001 (lead B0-C8, trail A1-FE)
 * @param others further pairs of a lead byte and a trail byte
 * @param lone high bytes followed by none
 */
record ByteEvidence(int utf8, int broken, int hangul, int others, int lone) {

  static ByteEvidence of(byte[] bytes) {
    int utf8 = 0;
    int broken = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = bytes[i] >= 0 ? 1 : sequence(bytes, i);
      if (length > 1) {
        utf8++;
      } else if (length == 0) {
        broken++;
      }
      i += Math.max(1, length);
    }
    int hangul = 0;
    int others = 0;
    int lone = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      int lead = bytes[i] & 0xff;
      int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
      if (trail < 0x80) {
        lone++;
        continue;
      }
      if (lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 && trail <= 0xFE) {
        hangul++;
      } else {
        others++;
      }
      i++;
    }
    return new ByteEvidence(utf8, broken, hangul, others, lone);
  }

  /** UTF-8 throughout, or with a few cut or stray bytes in much that is valid. */
  boolean isUtf8() {
    return broken == 0 || broken * 8L < utf8;
  }

  /** Mostly the common Hangul syllables: Chinese and Japanese have many pairs outside them. */
  boolean isKorean() {
    return hangul >= 2 && hangul >= 2L * others && hangul >= lone;
  }

  /** Accented letters and quotes standing singly among ASCII. */
  boolean isWestern() {
    return lone > hangul + others;
  }

  static boolean hasEscapes(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0x1B || b == 0x0E) {
        return true;
      }
    }
    return false;
  }

  /** The length of the UTF-8 sequence that starts here (RFC 3629), or 0 if none does. */
  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
