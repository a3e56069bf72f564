package org.nangdok.document.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.nangdok.document.DocumentFile;
import org.nangdok.page.Charsets;
import org.nangdok.page.PageDecoder;

/**
 * The characters of a text file in whatever encoding: marked UTF, UTF-8, UTF-16 without a mark,
 * what its own words declare, Korean windows-949, else what ICU's detector finds likeliest.
 */
public final class FileText {

  /** The detector looks at so many bytes. */
  private static final int SAMPLE = 64_000;

  private static final int SURE = 35;

  private FileText() {}

  /** A file's characters. */
  public static String of(DocumentFile file) throws IOException {
    return of(Files.readAllBytes(file.path()));
  }

  /** The characters of bytes. */
  public static String of(byte[] bytes) {
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      return new String(bytes, wide.get());
    }
    boolean marked = bytes.length > 1 && (bytes[0] & 0xff) >= 0xEF && bytes[1] < 0;
    if (marked || Charsets.isValid(bytes, StandardCharsets.UTF_8)) {
      return PageDecoder.decode(bytes, null);
    }
    boolean markup =
        new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1)
            .contains("<");
    return markup ? PageDecoder.decode(bytes, null) : new String(bytes, likeliest(bytes));
  }

  private static Charset likeliest(byte[] bytes) {
    var detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
    for (CharsetMatch match : detector.detectAll()) {
      Optional<Charset> charset =
          match.getConfidence() < SURE ? Optional.empty() : Charsets.named(match.getName());
      if (charset.isPresent() && !charset.get().equals(StandardCharsets.UTF_8)) {
        return charset.get();
      }
    }
    return Charsets.isValid(bytes, Charsets.WINDOWS_949)
        ? Charsets.WINDOWS_949
        : Charsets.WINDOWS_1252;
  }

  /** UTF-16 and UTF-32 show in their zeros. */
  private static Optional<Charset> wide(byte[] bytes) {
    int head = Math.min(bytes.length, 4_000);
    if (head >= 4
        && bytes[0] == (byte) 0xff
        && bytes[1] == (byte) 0xfe
        && bytes[2] == 0
        && bytes[3] == 0) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < head; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    boolean many = 8 * Math.max(even, odd) > head / 2;
    if (!many || Math.min(even, odd) * 4 > Math.max(even, odd)) {
      return Optional.empty();
    }
    return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }
}
