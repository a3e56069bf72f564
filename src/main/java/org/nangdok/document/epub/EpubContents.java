package org.nangdok.document.epub;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.markup.Markup;

/** A book's table of contents: which chapter begins at which place. */
final class EpubContents {

  /** Parts and their chapters; what stands deeper are sections of a chapter. */
  private static final int DEEPEST = 2;

  private final Map<String, String> titles = new HashMap<>();
  private final Set<String> imprints = new HashSet<>();
  private final Set<String> begun = new HashSet<>();

  private EpubContents() {}

  static EpubContents read(EpubPackage book, Archive archive, DocumentAccount account)
      throws IOException {
    var contents = new EpubContents();
    Optional<String> navigation = archive.text(book.navigation());
    if (navigation.isPresent()) {
      contents.navigation(Markup.page(navigation.get(), account), book.navigation());
    }
    Optional<String> ncx = contents.titles.isEmpty() ? archive.text(book.ncx()) : Optional.empty();
    if (ncx.isPresent()) {
      contents.ncx(Markup.xml(ncx.get(), account), book.ncx());
    }
    return contents;
  }

  private void navigation(Element page, String path) {
    for (Element nav : page.select("nav")) {
      String types = nav.attr("epub:type") + " " + nav.attr("role");
      if (types.contains("landmarks")) {
        for (Element link : nav.select("a[href]")) {
          if (EpubPackage.IMPRINTS.contains(link.attr("epub:type"))) {
            imprints.add(Archive.resolve(path, link.attr("href")));
          }
        }
      }
      if (types.matches("(?i).*\\b(?:doc-)?toc\\b.*")) {
        for (Element link : nav.select("a[href]")) {
          long depth = link.parents().stream().filter(parent -> parent.nameIs("ol")).count();
          add(path, link.attr("href"), link.text(), depth);
        }
      }
    }
  }

  private void ncx(Element root, String path) {
    for (Element point : root.getElementsByTag("navPoint")) {
      long depth = point.parents().stream().filter(parent -> parent.nameIs("navpoint")).count() + 1;
      Element label =
          point.children().stream()
              .filter(child -> child.nameIs("navlabel"))
              .findFirst()
              .orElse(null);
      Element content =
          point.children().stream()
              .filter(child -> child.nameIs("content"))
              .findFirst()
              .orElse(null);
      if (label != null && content != null) {
        add(path, content.attr("src"), label.text(), depth);
      }
    }
  }

  private void add(String base, String link, String title, long depth) {
    String path = Archive.resolve(base, link);
    int hash = link.indexOf('#');
    String place = hash < 0 ? "" : link.substring(hash + 1);
    if (depth <= DEEPEST && !path.isEmpty() && !title.isBlank()) {
      titles.putIfAbsent(path + "#" + place, title);
    }
  }

  /** Whether the book's landmarks call a page its cover or imprint. */
  boolean isImprint(String path) {
    return imprints.contains(path);
  }

  /**
   * The title of the chapter that begins at a place, the first time that it is asked for.
   *
   * @param id the element's, empty for the page's beginning
   */
  Optional<String> at(String path, String id) {
    String place = path + "#" + id;
    String title = titles.get(place);
    return title != null && begun.add(place) ? Optional.of(title) : Optional.empty();
  }
}
