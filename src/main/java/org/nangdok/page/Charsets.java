package org.nangdok.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The encodings that pages name, as browsers read the names (WHATWG Encoding, "names and labels"):
 * a page that says {@code euc-kr} is written in its superset windows-949, one that says {@code
 * iso-8859-1} in windows-1252, and so on.
 */
public final class Charsets {

  /** Unified Hangul Code, what Korean pages mean by any of EUC-KR's names. */
  public static final Charset WINDOWS_949 = Charset.forName("x-windows-949");

  /** What Western pages mean by ISO 8859-1 and ASCII. */
  public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> SUPERSETS =
      Map.ofEntries(
          Map.entry("uhc", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("ms949", "x-windows-949"),
          Map.entry("949", "x-windows-949"),
          Map.entry("windows-949", "x-windows-949"),
          Map.entry("iso-ir-149", "x-windows-949"),
          Map.entry("korean", "x-windows-949"),
          Map.entry("csksc56011987", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("x-user-defined", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("iso-8859-8-i", "ISO-8859-8"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("x-x-big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("ms_kanji", "windows-31j"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("x-mac-cyrillic", "x-MacCyrillic"));

  private static final int MAX_NAME = 64;

  private Charsets() {}

  /**
   * The encoding that a name stands for, or nothing if no encoding has it.
   *
   * @param name as written in a header or a page; case and quotes don't matter
   */
  public static Optional<Charset> named(String name) {
    if (name.length() > MAX_NAME) {
      return Optional.empty();
    }
    String label = name.strip().replaceAll("^[\"']+|[\"';]+$", "").toLowerCase(Locale.ROOT);
    if (label.startsWith("euc-kr")
        || label.startsWith("euc_kr")
        || label.startsWith("euckr")
        || label.startsWith("ks_c_5601")
        || label.startsWith("ks-c-5601")
        || label.startsWith("ksc_5601")
        || label.startsWith("ksc5601")) {
      return Optional.of(WINDOWS_949);
    }
    String charset = SUPERSETS.getOrDefault(label, label);
    try {
      Charset found = Charset.forName(charset);
      return found.canEncode() ? Optional.of(found) : Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  static boolean isUtf16(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  /** Whether every byte sequence is valid in it, so that success proves nothing. */
  static boolean takesAnything(Charset charset) {
    return charset.newEncoder().maxBytesPerChar() == 1f && !charset.equals(StandardCharsets.UTF_8);
  }

  /** Whether bytes are a text in a charset without anything that it can't mean. */
  public static boolean isValid(byte[] bytes, Charset charset) {
    try {
      var unused =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
