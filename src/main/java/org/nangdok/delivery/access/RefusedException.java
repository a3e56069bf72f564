package org.nangdok.delivery.access;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** What a request brought to get in and why that won't do. */
final class RefusedException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  /** A missing and a wrong key are told alike, so that nobody learns which ids exist. */
  static final Refusal KEY_REQUIRED =
      new Refusal(
          HttpStatus.UNAUTHORIZED,
          "auth.required",
          "This needs a key. Send it in the header Authorization: Bearer.");

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.code());
    this.refusal = refusal;
  }

  static RefusedException required() {
    return new RefusedException(KEY_REQUIRED);
  }

  static RefusedException origin() {
    return new RefusedException(
        new Refusal(
            HttpStatus.FORBIDDEN,
            "auth.origin",
            "This key counts on pages of other sites only, and not of this one."));
  }

  static RefusedException link() {
    return new RefusedException(
        new Refusal(
            HttpStatus.FORBIDDEN, "auth.bad-signature", "This link is not valid any more."));
  }

  Refusal refusal() {
    return refusal;
  }
}
