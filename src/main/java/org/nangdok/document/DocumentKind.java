package org.nangdok.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kind of file that can be read. */
public enum DocumentKind {
  EPUB("EPUB", "application/epub+zip"),
  PDF("PDF", "application/pdf"),
  DOCX("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  PPTX("PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
  ODT("ODT", "application/vnd.oasis.opendocument.text"),
  RTF("RTF", "application/rtf"),
  HTML("HTML", "text/html"),
  MHTML("MHTML", "multipart/related"),
  MAIL("mail (EML)", "message/rfc822"),
  FEED("RSS or Atom", "application/atom+xml"),
  SUBTITLES("subtitles (SRT, WebVTT)", "text/vtt"),
  MARKDOWN("Markdown", "text/markdown"),
  TEXT("plain text", "text/plain");

  private final String words;
  private final String mediaType;

  DocumentKind(String words, String mediaType) {
    this.words = words;
    this.mediaType = mediaType;
  }

  /** The kind's name in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its commonest media type. */
  public String mediaType() {
    return mediaType;
  }

  /** All kinds, as a sentence lists them. */
  public static String all() {
    return Arrays.stream(values()).map(kind -> kind.words).collect(Collectors.joining(", "));
  }
}
