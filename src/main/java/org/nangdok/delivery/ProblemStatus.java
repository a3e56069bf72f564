package org.nangdok.delivery;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** Which HTTP status goes with which problem code: by the code itself, else by its room. */
final class ProblemStatus {

  private static final Map<String, HttpStatus> BY_CODE =
      Map.ofEntries(
          Map.entry("page.bad-url", HttpStatus.BAD_REQUEST),
          Map.entry("page.scheme", HttpStatus.BAD_REQUEST),
          Map.entry("page.credentials", HttpStatus.BAD_REQUEST),
          Map.entry("page.port", HttpStatus.BAD_REQUEST),
          Map.entry("page.blocked-address", HttpStatus.FORBIDDEN),
          Map.entry("page.disallowed", HttpStatus.FORBIDDEN),
          Map.entry("page.unknown-host", HttpStatus.NOT_FOUND),
          Map.entry("page.not-html", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
          Map.entry("page.timeout", HttpStatus.GATEWAY_TIMEOUT),
          Map.entry("page.busy", HttpStatus.SERVICE_UNAVAILABLE),
          Map.entry("embed.format", HttpStatus.NOT_IMPLEMENTED),
          Map.entry("embed.unknown", HttpStatus.NOT_FOUND),
          Map.entry("service.busy", HttpStatus.SERVICE_UNAVAILABLE),
          Map.entry("limit.rate", HttpStatus.TOO_MANY_REQUESTS),
          Map.entry("limit.streams", HttpStatus.TOO_MANY_REQUESTS),
          Map.entry("voice.pack-unknown", HttpStatus.NOT_FOUND),
          Map.entry("voice.pack-absent", HttpStatus.NOT_FOUND),
          Map.entry("voice.pack-licence", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("voice.pack-installed", HttpStatus.CONFLICT),
          Map.entry("voice.pack-busy", HttpStatus.CONFLICT),
          Map.entry("voice.pack-space", HttpStatus.INSUFFICIENT_STORAGE),
          Map.entry("voice.pack-unreachable", HttpStatus.BAD_GATEWAY),
          Map.entry("voice.pack-file", HttpStatus.BAD_GATEWAY),
          Map.entry("voice.pack-folder", HttpStatus.INSUFFICIENT_STORAGE),
          Map.entry("voice.no-language", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("voice.no-phones", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("voice.no-casting", HttpStatus.NOT_FOUND),
          Map.entry("voice.loading", HttpStatus.SERVICE_UNAVAILABLE),
          Map.entry("model.unknown", HttpStatus.NOT_FOUND),
          Map.entry("lexicon.foreign-unknown", HttpStatus.NOT_FOUND),
          Map.entry("feed.unknown", HttpStatus.NOT_FOUND),
          Map.entry("feed.not-yours", HttpStatus.FORBIDDEN),
          Map.entry("feed.no-reading", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("reading.unknown", HttpStatus.NOT_FOUND),
          Map.entry("reading.unexplained", HttpStatus.NOT_FOUND),
          Map.entry("work.unknown", HttpStatus.NOT_FOUND),
          Map.entry("work.unfinished", HttpStatus.CONFLICT),
          Map.entry("lexicon.unknown", HttpStatus.NOT_FOUND),
          Map.entry("audio.unknown", HttpStatus.NOT_FOUND),
          Map.entry("audio.no-ffmpeg", HttpStatus.BAD_REQUEST),
          Map.entry("audio.busy", HttpStatus.SERVICE_UNAVAILABLE),
          Map.entry("reading.failed", HttpStatus.CONFLICT),
          Map.entry("reading.unfinished", HttpStatus.CONFLICT),
          Map.entry("script.bad-ssml", HttpStatus.BAD_REQUEST),
          Map.entry("reading.in-feed", HttpStatus.CONFLICT),
          Map.entry("reading.removed", HttpStatus.NOT_FOUND),
          Map.entry("request.too-slow", HttpStatus.REQUEST_TIMEOUT),
          Map.entry("request.too-large", HttpStatus.CONTENT_TOO_LARGE),
          Map.entry("request.media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
          Map.entry("document.unsupported", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
          Map.entry("document.too-large", HttpStatus.CONTENT_TOO_LARGE),
          Map.entry("library.changed", HttpStatus.CONFLICT),
          Map.entry("auth.scope", HttpStatus.FORBIDDEN),
          Map.entry("request.not-found", HttpStatus.NOT_FOUND));

  private static final Map<String, HttpStatus> BY_ROOM =
      Map.ofEntries(
          Map.entry("page", HttpStatus.BAD_GATEWAY),
          Map.entry("article", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("document", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("script", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("language", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("voice", HttpStatus.BAD_REQUEST),
          Map.entry("request", HttpStatus.BAD_REQUEST),
          Map.entry("feed", HttpStatus.BAD_REQUEST),
          Map.entry("work", HttpStatus.BAD_REQUEST),
          Map.entry("reading", HttpStatus.UNPROCESSABLE_CONTENT),
          Map.entry("storage", HttpStatus.INSUFFICIENT_STORAGE));

  private ProblemStatus() {}

  static HttpStatus of(String code) {
    HttpStatus exact = BY_CODE.get(code);
    if (exact != null) {
      return exact;
    }
    int dot = code.indexOf('.');
    String room = dot < 0 ? code : code.substring(0, dot);
    return BY_ROOM.getOrDefault(room, HttpStatus.INTERNAL_SERVER_ERROR);
  }
}
