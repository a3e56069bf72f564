package org.nangdok.delivery.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Tells those who don't get in what they need. */
final class AccessRefusals
    implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private static final Refusal SCOPE =
      new Refusal(
          HttpStatus.FORBIDDEN,
          "auth.scope",
          "This key may not do that. Ask the administrator for one with a wider scope.");
  private static final Refusal SHAPE =
      new Refusal(
          HttpStatus.BAD_REQUEST,
          "request.bad-value",
          "The address or a header has characters that are not allowed.");

  static void tell(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (refusal.status() == HttpStatus.UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (ProblemPage.isWanted(request)) {
      byte[] page =
          ProblemPage.of(refusal.status(), request.getLocale()).getBytes(StandardCharsets.UTF_8);
      response.setStatus(refusal.status().value());
      response.setContentType("text/html;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
    } else {
      refusal.write(response);
    }
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    tell(RefusedException.KEY_REQUIRED, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    tell(SCOPE, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
      throws IOException {
    tell(SHAPE, request, response);
  }
}
