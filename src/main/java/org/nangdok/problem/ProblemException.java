package org.nangdok.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with a stable code and a sentence for people. Each room has its own subclass; delivery
 * and the command line turn it into an answer (RFC 9457) or an exit code.
 */
public abstract class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, Object> members;

  /**
   * @param code the room's name, a dot, and words joined by hyphens, such as {@code
   *     page.blocked-address}
   * @param sentence what is wrong and what to do, fit for strangers: no class names, no paths
   */
  protected ProblemException(String code, String sentence) {
    this(code, sentence, Map.of(), null);
  }

  /**
   * @param members further facts for programs, such as {@code upstreamStatus}
   */
  protected ProblemException(
      String code, String sentence, Map<String, Object> members, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
    this.members = Map.copyOf(members);
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** Further facts for programs. */
  public Map<String, Object> members() {
    return members;
  }
}
