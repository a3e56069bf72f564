package org.nangdok.reading;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Document;
import org.nangdok.document.DocumentException;
import org.nangdok.script.Wish;

/**
 * What somebody wants read: an address, a page's HTML with or without its address, a text, a
 * document in SSML, or a file; and how.
 *
 * @param url the address of a page
 * @param html a page's source, as characters
 * @param text an article as plain text
 * @param ssml a document in SSML 1.1
 * @param document what a file says
 * @param language BCP 47 tag that overrides what the text looks like
 * @param voices voice ids by role, name or person key; they override the casting
 * @param speed factor on every voice's rate, 0.5 to 2
 * @param quoteVoices whether quotations inside an article without labels get voices of their own
 *     where it is certain who is quoted
 * @param speakers whether it is read with its speakers whatever the document shows
 * @param light whether only voices that come with the program are cast, but for those in {@code
 *     voices}
 */
public record ReadingRequest(
    @Nullable String url,
    @Nullable String html,
    @Nullable String text,
    @Nullable String ssml,
    @Nullable Document document,
    @Nullable String language,
    Map<String, String> voices,
    double speed,
    boolean quoteVoices,
    Wish speakers,
    boolean light) {

  /** The longest text that is taken, in UTF-16 units. */
  public static final int MAX_TEXT = 200_000;

  /** The longest HTML that is taken, in UTF-16 units. */
  public static final int MAX_HTML = 5_000_000;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

  /** A request for the best voices that there are. */
  public ReadingRequest(
      @Nullable String url,
      @Nullable String html,
      @Nullable String text,
      @Nullable String ssml,
      @Nullable String language,
      Map<String, String> voices,
      double speed,
      boolean quoteVoices,
      Wish speakers) {
    this(url, html, text, ssml, null, language, voices, speed, quoteVoices, speakers, false);
  }

  /** The same for light voices only. */
  ReadingRequest lightly() {
    return new ReadingRequest(
        url, html, text, ssml, document, language, voices, speed, quoteVoices, speakers, true);
  }

  /** A request whose narrator reads the quotations too. */
  public ReadingRequest(
      @Nullable String url,
      @Nullable String html,
      @Nullable String text,
      @Nullable String language,
      Map<String, String> voices,
      double speed) {
    this(url, html, text, null, language, voices, speed, false, Wish.AUTO);
  }

  /** A request for a document in SSML. */
  public static ReadingRequest ofSsml(String ssml, Map<String, String> voices, double speed) {
    return new ReadingRequest(null, null, null, ssml, null, voices, speed, false, Wish.AUTO);
  }

  /** A request for a file, or for one chapter of it. */
  public static ReadingRequest ofDocument(
      Document document,
      @Nullable String language,
      Map<String, String> voices,
      double speed,
      boolean quoteVoices,
      Wish speakers) {
    return new ReadingRequest(
        null, null, null, null, document, language, voices, speed, quoteVoices, speakers, false);
  }

  public ReadingRequest {
    voices = Map.copyOf(voices);
    boolean page = html != null || url != null || document != null;
    if (text != null && (page || ssml != null) || ssml != null && page) {
      throw bad("Give `url`, `html`, `text` or `ssml`, not several of them.");
    }
    if (text == null && ssml == null && !page) {
      throw new ReadingException(
          "request.missing-parameter",
          "Give the address of a page in `url`, its source in `html`, an article in `text`, or SSML"
              + " in `ssml`.");
    }
    if (text != null && text.isBlank()) {
      throw bad("The text is empty. Paste an article.");
    }
    if (document != null && document.length() > MAX_TEXT) {
      throw new DocumentException(
          DocumentException.Reason.TOO_LONG,
          "This document is longer than 200,000 characters. Send it in parts.");
    }
    if (html != null && html.isBlank()) {
      throw bad("The HTML is empty. Send a page's source.");
    }
    if (text != null && text.length() > MAX_TEXT) {
      throw new ReadingException(
          "request.too-long", "The text is longer than 200,000 characters. Send it in parts.");
    }
    if (html != null && html.length() > MAX_HTML) {
      throw new ReadingException(
          "request.too-long", "The HTML is longer than 5,000,000 characters.");
    }
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      throw bad("language must be a BCP 47 tag such as ko or en-US.");
    }
    if (!(speed >= 0.5 && speed <= 2)) {
      throw bad("speed must be between 0.5 and 2.");
    }
  }

  private static ReadingException bad(String sentence) {
    return new ReadingException("request.bad-value", sentence);
  }
}
