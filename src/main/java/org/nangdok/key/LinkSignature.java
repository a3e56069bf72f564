package org.nangdok.key;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes a link good without a key: HMAC-SHA256 (RFC 2104, FIPS 180-4) over method, path, time
 * of expiry and key id, each on a line of its own, with the key's signing secret.
 */
public final class LinkSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private LinkSignature() {}

  /**
   * Signs reading one path.
   *
   * @param path what the link is good for
   * @param expires until when
   * @return 43 characters of base64url
   */
  public static String of(Key key, String path, Instant expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key.signing()), ALGORITHM));
      String text = "GET\n" + path + "\n" + expires.getEpochSecond() + "\n" + key.id();
      byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
    }
  }

  /** Whether a signature is that of these values, in a time that tells nothing. */
  public static boolean proves(String signature, Key key, String path, Instant expires) {
    return MessageDigest.isEqual(
        signature.getBytes(StandardCharsets.UTF_8),
        of(key, path, expires).getBytes(StandardCharsets.UTF_8));
  }
}
