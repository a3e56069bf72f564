package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Amazon's form for services that speak {@code restJson1}: the kind of error in the header {@code
 * x-amzn-errortype}, its message in the body. Kinds that Polly itself knows are used where one says
 * what is meant; its clients try those of the status 429 and 5xx again by themselves.
 */
final class PollyErrors implements ErrorForm {

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("request.sample-rate", "InvalidSampleRateException"),
          Map.entry("request.too-long", "TextLengthExceededException"),
          Map.entry("script.bad-ssml", "InvalidSsmlException"),
          Map.entry("request.marks", "MarksNotSupportedForFormatException"),
          Map.entry("voice.no-language", "LanguageNotSupportedException"),
          Map.entry("voice.other-language", "LanguageNotSupportedException"),
          Map.entry("lexicon.foreign-unknown", "LexiconNotFoundException"),
          Map.entry("lexicon.bad", "InvalidLexiconException"),
          Map.entry("lexicon.full", "LexiconSizeExceededException"),
          Map.entry("auth.required", "UnrecognizedClientException"),
          Map.entry("auth.scope", "AccessDeniedException"),
          Map.entry("limit.rate", "ThrottlingException"),
          Map.entry("limit.streams", "ThrottlingException"),
          Map.entry("request.not-found", "UnknownOperationException"),
          Map.entry("internal", "ServiceFailureException"));

  @Override
  public byte[] body(Told problem, HttpServletResponse response) {
    response.setHeader("x-amzn-errortype", KINDS.getOrDefault(problem.code(), other(problem)));
    response.setStatus(status(problem.status()));
    response.setHeader("x-amzn-RequestId", UUID.randomUUID().toString());
    return JsonMapper.shared()
        .writeValueAsBytes(Map.of("message", problem.sentence(), "code", problem.code()));
  }

  /** Amazon's services tell by kinds what others tell by the status. */
  private static int status(int status) {
    return switch (status) {
      case 401 -> 403;
      case 413, 415, 422 -> 400;
      default -> status;
    };
  }

  private static String other(Told problem) {
    return problem.status() < 500
        ? "ValidationException"
        : problem.status() == 503 ? "ServiceUnavailableException" : "ServiceFailureException";
  }
}
