package org.nangdok.delivery.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

  static void tell(Refusal refusal, HttpServletResponse response) throws IOException {
    if (refusal.status() == HttpStatus.UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    refusal.write(response);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    tell(RefusedException.KEY_REQUIRED, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    tell(SCOPE, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
      throws IOException {
    tell(SHAPE, response);
  }
}
