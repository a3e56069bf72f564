package org.nangdok.article;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/**
 * A refusal to call something an article, with the reason as its code.
 *
 * <p>A page that may have its article at another address (an AMP or mobile copy) names it in {@link
 * #alternate()}; one more try there is worth it.
 */
public final class ArticleException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /** Why there is no article. */
  public enum Reason {
    EMPTY("article.empty", "No article text was found on this page. Paste the text instead."),
    PAYWALL(
        "article.paywall",
        "Only the beginning of this article is open to the public. Paste the text if you have it."),
    LOGIN("article.login", "This page asks its readers to log in. Paste the text if you have it."),
    CONSENT(
        "article.consent",
        "This page shows only a question about cookies. Paste the article's text instead."),
    INDEX_PAGE(
        "article.index-page",
        "This page lists articles instead of being one. Give the address of one of them."),
    VIDEO_ONLY("article.video-only", "This page holds a video and no text that could be read."),
    SHELL(
        "article.shell",
        "This page is empty until a browser runs its scripts. Paste the article's text instead."),
    ERROR_PAGE(
        "article.error-page",
        "The site answered with an error page instead of an article. Check the address."),
    TOO_COMPLEX(
        "article.too-complex",
        "This page is nested too deeply, has too many lines or takes too long to be read. Paste the"
            + " article's text instead."),
    TOO_LONG(
        "article.too-long",
        "This text is longer than 200,000 characters. Send it in smaller parts.");

    private final String code;
    private final String sentence;

    Reason(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }

    /** The stable code. */
    public String code() {
      return code;
    }
  }

  private final Reason reason;

  /** Refuses without another address to try. */
  public ArticleException(Reason reason) {
    this(reason, null);
  }

  /**
   * @param alternate an absolute address at which the same article may be had, if the page names
   *     one
   */
  public ArticleException(Reason reason, @Nullable String alternate) {
    super(reason.code, reason.sentence, members(alternate), null);
    this.reason = reason;
  }

  /** Why there is no article. */
  public Reason reason() {
    return reason;
  }

  /** An absolute address at which the same article may be had. */
  public Optional<String> alternate() {
    return Optional.ofNullable((String) members().get("alternate"));
  }

  private static Map<String, Object> members(@Nullable String alternate) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (alternate != null) {
      members.put("alternate", alternate);
    }
    return members;
  }
}
