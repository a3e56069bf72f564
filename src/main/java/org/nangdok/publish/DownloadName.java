package org.nangdok.publish;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;

/** The file name of a download and the header that carries it (RFC 6266, RFC 8187). */
public final class DownloadName {

  private static final int LONGEST = 100;
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");
  private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

  private DownloadName() {}

  /**
   * A name that every file system takes.
   *
   * @param title any text
   * @param extension without the dot
   */
  public static String of(String title, String extension) {
    String name =
        Normalizer.normalize(title, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}]", " ")
            .replaceAll("[\\\\/:*?\"<>|]", " ")
            .replaceAll("\\s+", " ");
    name = StringUtils.strip(name, " .");
    int end = Math.min(LONGEST - extension.length() - 1, name.length());
    if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    name = StringUtils.strip(name.substring(0, Math.max(0, end)), " .");
    if (name.isEmpty() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      name = "nangdok";
    }
    return name + "." + extension;
  }

  /**
   * The value of Content-Disposition: an ASCII name for old clients, the real one for the others.
   */
  public static String attachment(String fileName) {
    String ascii =
        fileName.chars().allMatch(c -> c >= ' ' && c < 127)
            ? fileName
            : "nangdok" + fileName.substring(fileName.lastIndexOf('.'));
    return "attachment; filename=\""
        + ascii.replace("\"", "").replace("\\", "")
        + "\"; filename*=UTF-8''"
        + percentEncoded(fileName);
  }

  private static String percentEncoded(String text) {
    var encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c < 128 && (Character.isLetterOrDigit(c) || ATTRIBUTE_CHARACTERS.indexOf(c) >= 0);
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
