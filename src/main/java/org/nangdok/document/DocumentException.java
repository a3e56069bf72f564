package org.nangdok.document;

import java.util.Map;
import org.nangdok.problem.ProblemException;

/** Says why a file can't be read. */
public final class DocumentException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /** Why; each has a stable code. */
  public enum Reason {
    /** None of the kinds that are read. */
    UNSUPPORTED("unsupported"),
    /** The file isn't what it begins as, or is cut off. */
    DAMAGED("damaged"),
    /** A password or rights management locks it. */
    LOCKED("locked"),
    /** Pictures of pages without text. */
    NO_TEXT("no-text"),
    EMPTY("empty"),
    /** One of the {@link DocumentBounds}. */
    TOO_LARGE("too-large"),
    /** It would take too long. */
    TOO_COMPLEX("too-complex"),
    /** Longer than one reading may be. */
    TOO_LONG("too-long");

    private final String code;

    Reason(String code) {
      this.code = code;
    }
  }

  private final Reason reason;

  /**
   * @param sentence what is wrong and what to do
   */
  public DocumentException(Reason reason, String sentence) {
    this(reason, sentence, Map.of());
  }

  /**
   * @param members further facts for programs
   */
  public DocumentException(Reason reason, String sentence, Map<String, Object> members) {
    super("document." + reason.code, sentence, members, null);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** A file of a kind that isn't read. */
  public static DocumentException unsupported(String what) {
    return new DocumentException(
        Reason.UNSUPPORTED, what + " These can be read: " + DocumentKind.all() + ".");
  }

  /** A file that isn't whole. */
  public static DocumentException damaged(DocumentKind kind) {
    return new DocumentException(
        Reason.DAMAGED,
        "This looks like "
            + kind.code().toUpperCase(java.util.Locale.ROOT)
            + " but is damaged or cut off. Send the whole file again, or one that was saved anew.");
  }
}
