package org.nangdok.delivery.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem (RFC 9457) that is told before any controller is reached.
 *
 * @param status the HTTP status
 * @param code a stable code
 * @param sentence what is wrong and what to do
 */
public record Refusal(HttpStatus status, String code, String sentence) {

  /** The problem as JSON. */
  public byte[] body() {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("code", code);
    problem.put("detail", sentence);
    String trace = Trace.id();
    if (trace != null) {
      problem.put("traceId", trace);
    }
    return JsonMapper.shared().writeValueAsBytes(problem);
  }

  /** Writes it as the whole answer. */
  public void write(HttpServletResponse response) throws IOException {
    byte[] body = body();
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
