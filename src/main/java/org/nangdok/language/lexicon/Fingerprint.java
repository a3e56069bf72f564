package org.nangdok.language.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nangdok.data.VoicesFolder;

/** A short name for the content of lexicons, which changes whenever a reading may change. */
public final class Fingerprint {

  private static final int BYTES = 6;

  private Fingerprint() {}

  /** Of all files in a folder of {@code voices/}. */
  public static String of(VoicesFolder voices, String folder) {
    MessageDigest digest = sha256();
    for (String name : voices.list(folder)) {
      try (InputStream in = voices.open(name).orElseThrow()) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("The file voices/" + name + " can't be read.", e);
      }
    }
    return hex(digest);
  }

  /** Of a user's lexicon. */
  public static String of(UserLexicon lexicon) {
    MessageDigest digest = sha256();
    for (UserLexicon.Entry entry : lexicon.entries()) {
      String line = entry.written() + '\t' + entry.alias() + '\t' + entry.sounds() + '\n';
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
