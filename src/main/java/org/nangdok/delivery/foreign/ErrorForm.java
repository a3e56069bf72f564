package org.nangdok.delivery.foreign;

import jakarta.servlet.http.HttpServletResponse;

/** How a service's clients are told what is wrong: the form in which they look for it. */
sealed interface ErrorForm permits OpenAiErrors, PollyErrors {

  /**
   * A problem (RFC 9457) that is to be told.
   *
   * @param status the HTTP status
   * @param code our stable code
   * @param sentence what is wrong and what to do
   */
  record Told(int status, String code, String sentence) {}

  /**
   * The body in that form; sets the status and headers that go with it.
   *
   * @return JSON
   */
  byte[] body(Told problem, HttpServletResponse response);
}
