package org.nangdok.article.html;

import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Puts text that a server sent late in the place that waits for it, as the page's script would: the
 * contents of {@code <div hidden id="S:0">} go where {@code <template id="B:0">} (or {@code P:0})
 * stands, instead of what is shown meanwhile (streaming of React's server components).
 */
public final class StreamedText {

  private static final List<String> PLACES = List.of("B:", "P:");
  private static final String END = "/$";

  private StreamedText() {}

  /** Changes a page to what its readers see once all of it has come. */
  public static void place(Document document) {
    for (Element late : document.select("[hidden][id^=S:]")) {
      late.removeAttr("hidden");
      @Nullable Element waiting = waiting(document, late.id().substring(2));
      if (waiting != null && !isInside(waiting, late)) {
        removeMeanwhile(waiting);
        waiting.replaceWith(late);
      }
    }
  }

  private static @Nullable Element waiting(Document document, String number) {
    for (String place : PLACES) {
      @Nullable Element template = document.getElementById(place + number);
      if (template != null && template.nameIs("template")) {
        return template;
      }
    }
    return null;
  }

  private static boolean isInside(Element inner, Element outer) {
    return inner.closest("[id=\"" + outer.id().replace("\"", "") + "\"]") == outer;
  }

  /** Removes what stands between a place and the comment that ends it. */
  private static void removeMeanwhile(Element waiting) {
    @Nullable Node end = waiting.nextSibling();
    while (end != null && !(end instanceof Comment comment && comment.getData().equals(END))) {
      end = end.nextSibling();
    }
    while (end != null && waiting.nextSibling() != end) {
      @Nullable Node next = waiting.nextSibling();
      if (next == null) {
        return;
      }
      next.remove();
    }
  }
}
