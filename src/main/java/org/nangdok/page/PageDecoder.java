package org.nangdok.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The decision which characters the bytes of a page stand for. What the bytes themselves prove
 * outranks what the page says of them, because Korean sites often say the wrong thing:
 *
 * <ol>
 *   <li>a byte order mark;
 *   <li>bytes that are UTF-8 throughout, or all but throughout, are UTF-8 (except for the seven-bit
 *       encodings and UTF-16, whose bytes may be UTF-8 by accident);
 *   <li>the charset of the header, then of the page: the first in which the bytes are valid, those
 *       that any bytes are valid in coming last;
 *   <li>nothing of use declared, or UTF-8 declared wrongly: windows-949 if the bytes are Hangul in
 *       it;
 *   <li>the first declared charset but UTF-8, or else windows-1252 where the bytes are single
 *       accented letters, or else UTF-8, each with replacement characters.
 * </ol>
 */
public final class PageDecoder {

  private static final int PRESCAN_BYTES = 64 * 1024;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*+=\\s*+[\"']?+\\s*+([^\\s;\"',>]++)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

  private PageDecoder() {}

  /**
   * Decodes a page.
   *
   * @param bytes the body, decompressed
   * @param contentType the Content-Type header, if the answer had one
   */
  public static String decode(byte[] bytes, @Nullable String contentType) {
    Optional<Charset> mark = byteOrderMark(bytes);
    if (mark.isPresent()) {
      int length = mark.get().equals(UTF_8) ? 3 : 2;
      return new String(bytes, length, bytes.length - length, mark.get());
    }
    return new String(bytes, charset(bytes, contentType));
  }

  private static Charset charset(byte[] bytes, @Nullable String contentType) {
    Optional<Charset> wide = utf16(bytes);
    if (wide.isPresent()) {
      return wide.get();
    }
    List<Charset> declared = declared(bytes, contentType);
    Optional<Charset> sevenBit =
        declared.stream().filter(charset -> charset.name().startsWith("ISO-2022")).findFirst();
    if (sevenBit.isPresent() && ByteEvidence.hasEscapes(bytes)) {
      return sevenBit.get();
    }
    ByteEvidence evidence = ByteEvidence.of(bytes);
    if (evidence.isUtf8()) {
      return UTF_8;
    }
    List<Charset> others = declared.stream().filter(c -> !c.equals(UTF_8)).toList();
    Optional<Charset> proven =
        others.stream()
            .filter(c -> !Charsets.takesAnything(c) && Charsets.isValid(bytes, c))
            .findFirst();
    if (proven.isPresent()) {
      return proven.get();
    }
    if (others.contains(Charsets.WINDOWS_949)
        || (evidence.isKorean() && Charsets.isValid(bytes, Charsets.WINDOWS_949))) {
      return Charsets.WINDOWS_949;
    }
    if (!others.isEmpty()) {
      return others.get(0);
    }
    return evidence.isWestern() ? Charsets.WINDOWS_1252 : UTF_8;
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    int first = bytes.length > 1 ? (bytes[0] & 0xff) << 8 | bytes[1] & 0xff : 0;
    return switch (first) {
      case 0xEFBB ->
          bytes.length > 2 && (bytes[2] & 0xff) == 0xBF ? Optional.of(UTF_8) : Optional.empty();
      case 0xFEFF -> Optional.of(UTF_16BE);
      case 0xFFFE -> Optional.of(UTF_16LE);
      default -> Optional.empty();
    };
  }

  /** UTF-16 without a mark shows in its markup: the first tag has a zero in every other byte. */
  private static Optional<Charset> utf16(byte[] bytes) {
    if (bytes.length < 4) {
      return Optional.empty();
    }
    if (bytes[0] == '<' && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
      return Optional.of(UTF_16LE);
    }
    if (bytes[0] == 0 && bytes[1] == '<' && bytes[2] == 0 && bytes[3] != 0) {
      return Optional.of(UTF_16BE);
    }
    return Optional.empty();
  }

  /** What the header, the XML declaration and the page's own head say, in this order. */
  private static List<Charset> declared(byte[] bytes, @Nullable String contentType) {
    List<String> names = new ArrayList<>();
    addCharset(names, contentType);
    String head = new String(bytes, 0, Math.min(bytes.length, PRESCAN_BYTES), ISO_8859_1);
    Matcher declaration = XML_DECLARATION.matcher(head);
    if (declaration.find()) {
      names.add(String.valueOf(declaration.group(1)));
    }
    for (Map<String, String> tag : MetaTags.of(head)) {
      String own = tag.get("charset");
      if (own != null) {
        names.add(own);
      } else if ("content-type".equalsIgnoreCase(tag.get("http-equiv"))) {
        addCharset(names, tag.get("content"));
      }
    }
    return names.stream()
        .flatMap(name -> Charsets.named(name).stream())
        .filter(charset -> !Charsets.isUtf16(charset))
        .distinct()
        .toList();
  }

  private static void addCharset(List<String> names, @Nullable String text) {
    Matcher matcher = CHARSET.matcher(text == null ? "" : text);
    if (matcher.find()) {
      names.add(String.valueOf(matcher.group(1)));
    }
  }
}
