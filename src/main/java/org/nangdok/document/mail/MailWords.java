package org.nangdok.document.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.text.FileText;
import org.nangdok.page.Charsets;

/** Characters of mails: of headers with encoded words (RFC 2047) or raw bytes, and of parts. */
final class MailWords {

  private static final Map<Charset, Charset> SUPERSETS =
      Map.of(
          Charset.forName("EUC-KR"),
          Charsets.WINDOWS_949,
          Charset.forName("Shift_JIS"),
          Charset.forName("windows-31j"),
          Charset.forName("GB2312"),
          Charset.forName("GB18030"),
          StandardCharsets.ISO_8859_1,
          Charsets.WINDOWS_1252);

  private MailWords() {}

  /** A header's value. */
  static String of(Field field) {
    ByteSequence raw = field.getRaw();
    byte[] bytes = raw == null ? new byte[0] : raw.toByteArray();
    int colon = 0;
    while (colon < bytes.length && bytes[colon] != ':') {
      colon++;
    }
    if (colon >= bytes.length) {
      return decoded(String.valueOf(field.getBody()));
    }
    byte[] value = java.util.Arrays.copyOfRange(bytes, colon + 1, bytes.length);
    return decoded(FileText.of(value).replaceAll("\\r?\\n(?=[ \\t])", "").strip());
  }

  /** A value with its encoded words as characters. */
  static String decoded(String value) {
    try {
      return DecoderUtil.decodeEncodedWords(
          value, DecodeMonitor.SILENT, StandardCharsets.UTF_8, SUPERSETS);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** A part's characters: as it says where its bytes allow it, else as they look. */
  static String of(byte[] bytes, @Nullable String charset) {
    Optional<Charset> said = charset == null ? Optional.empty() : Charsets.named(charset);
    if (said.isPresent() && !said.get().equals(StandardCharsets.US_ASCII)) {
      String text = new String(bytes, said.get());
      if (text.indexOf('\ufffd') < 0 && !isMistaken(said.get(), bytes)) {
        return text;
      }
    }
    return FileText.of(bytes);
  }

  /** Western encodings take all bytes, also those of UTF-8. */
  private static boolean isMistaken(Charset said, byte[] bytes) {
    boolean western = said.equals(Charsets.WINDOWS_1252);
    String text = western ? new String(bytes, StandardCharsets.UTF_8) : "\ufffd";
    return text.indexOf('\ufffd') < 0;
  }
}
