package org.nangdok.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The step from an answer that redirects to the address it names. */
final class Redirect {

  private Redirect() {}

  /**
   * The address in the Location header.
   *
   * @throws PageException {@code page.bad-redirect} if there is none that can be fetched
   */
  static WebAddress target(WebAddress from, Answer answer, Reach reach) {
    String location = readable(answer.header("location").orElse("").strip());
    // A space is what is left of a line break folded into the header.
    if (location.isEmpty() || location.contains(" ")) {
      throw PageException.badRedirect(null);
    }
    try {
      WebAddress target = from.resolve(location, reach);
      if (reach.isOwn(target) && !reach.isOwn(from)) {
        throw PageException.blockedAddress(); // a stranger's site doesn't lead into it
      }
      return target;
    } catch (PageException e) {
      if (e.code().equals("page.blocked-address")) {
        throw e;
      }
      throw PageException.badRedirect(e);
    }
  }

  /** Header bytes arrive as Latin-1; sites that don't percent-encode mean UTF-8. */
  private static String readable(String header) {
    byte[] bytes = header.getBytes(ISO_8859_1);
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      StringBuilder encoded = new StringBuilder();
      for (byte b : bytes) {
        encoded.append(b >= 0 ? String.valueOf((char) b) : String.format("%%%02X", b));
      }
      return encoded.toString();
    }
  }
}
