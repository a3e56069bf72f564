package org.nangdok.document.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Boundaries between parts as old programs write them: with signs that belong in quotes. */
final class MailBoundaries {

  private static final int HEAD = 64_000;
  private static final Pattern BARE =
      Pattern.compile("(?i)(;\\s{0,40}boundary\\s{0,10}=\\s{0,10})([^\"\\s;]{1,200})(?=[\\s;]|$)");

  private MailBoundaries() {}

  /** A mail with the boundaries at its beginning in quotes. */
  static InputStream quoted(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String mended = BARE.matcher(text).replaceAll("$1\"$2\"");
    return new SequenceInputStream(
        new ByteArrayInputStream(mended.getBytes(StandardCharsets.ISO_8859_1)), in);
  }
}
