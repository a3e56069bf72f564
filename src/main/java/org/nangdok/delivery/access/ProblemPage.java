package org.nangdok.delivery.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.nangdok.publish.HtmlPage;
import org.springframework.http.HttpStatus;

/** A failure as a page, for people who came by the address bar or a link instead of a program. */
public final class ProblemPage {

  private ProblemPage() {}

  /** Whether a request is a person's who looks at a page. */
  public static boolean isWanted(HttpServletRequest request) {
    String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "");
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reads
        && accepted.toLowerCase(Locale.ROOT).contains("text/html")
        && !RoutedPath.of(request).startsWith("/api/");
  }

  /**
   * The page.
   *
   * @param language the reader's, as {@link HttpServletRequest#getLocale()} has it
   */
  public static String of(HttpStatus status, Locale language) {
    boolean korean = language.getLanguage().equals("ko");
    String title = title(status, korean);
    Document page = HtmlPage.styled(title + " · Nangdok", korean ? "ko" : "en");
    page.head().appendElement("meta").attr("name", "robots").attr("content", "noindex");
    Element main = page.body().appendElement("main");
    main.appendElement("h1").text(title);
    main.appendElement("p").text(advice(status, korean));
    main.appendElement("p")
        .appendElement("a")
        .attr("href", "/")
        .text(korean ? "낭독 첫 화면으로" : "Go to the start page");
    return page.outerHtml();
  }

  private static String title(HttpStatus status, boolean korean) {
    return switch (status) {
      case NOT_FOUND -> korean ? "페이지를 찾을 수 없습니다" : "Page not found";
      case UNAUTHORIZED -> korean ? "키가 필요합니다" : "A key is needed";
      case FORBIDDEN -> korean ? "이 링크로는 볼 수 없습니다" : "This link doesn’t open the page";
      default -> korean ? "열지 못했습니다" : "That didn’t work";
    };
  }

  private static String advice(HttpStatus status, boolean korean) {
    return switch (status) {
      case NOT_FOUND ->
          korean
              ? "주소가 잘못되었거나, 보관 기간이 지나 지워진 낭독입니다. 기사의 주소를 다시 넣으면 새로 읽어 드립니다."
              : "The address is mistyped, or the reading was removed. Enter the article’s address"
                  + " again to have it read anew.";
      case UNAUTHORIZED ->
          korean
              ? "첫 화면에서 키를 넣거나, 서명된 링크를 다시 받아 여세요."
              : "Enter your key on the start page, or ask for a signed link.";
      case FORBIDDEN ->
          korean
              ? "링크의 기한이 지났거나 주소가 바뀌었습니다. 링크를 다시 받아 여세요."
              : "The link has expired or was changed. Ask for a new one.";
      default -> korean ? "잠시 뒤 다시 시도해 주세요." : "Try again in a moment.";
    };
  }
}
