package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenAI's form: {@code {"error": {"message", "type", "param", "code"}}}. Codes that its clients
 * know take the place of ours; all others are ours.
 */
final class OpenAiErrors implements ErrorForm {

  private static final Map<String, String> CODES =
      Map.of(
          "auth.required", "invalid_api_key",
          "limit.rate", "rate_limit_exceeded",
          "limit.streams", "rate_limit_exceeded",
          "model.unknown", "model_not_found",
          "request.not-found", "unknown_url");

  /** The field of the request that a problem is about. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("request.missing-parameter", "input"),
          Map.entry("request.too-long", "input"),
          Map.entry("reading.nothing-to-say", "input"),
          Map.entry("script.bad-ssml", "input"),
          Map.entry("voice.no-language", "input"),
          Map.entry("request.bad-voice", "voice"),
          Map.entry("voice.unknown", "voice"),
          Map.entry("voice.other-language", "voice"),
          Map.entry("request.format", "response_format"),
          Map.entry("audio.no-ffmpeg", "response_format"),
          Map.entry("request.stream", "stream_format"),
          Map.entry("request.bad-speed", "speed"),
          Map.entry("model.unknown", "model"));

  @Override
  public byte[] body(Told problem, HttpServletResponse response) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("message", problem.sentence());
    error.put("type", type(problem.status()));
    error.put("param", FIELDS.get(problem.code()));
    error.put("code", CODES.getOrDefault(problem.code(), problem.code()));
    return JsonMapper.shared().writeValueAsBytes(Map.of("error", error));
  }

  private static String type(int status) {
    return switch (status) {
      case 403 -> "permission_error";
      case 429 -> "requests";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }
}
