package org.nangdok.document.epub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.archive.Archive;
import org.nangdok.document.markup.Markup;

/**
 * A book's package document: what it is called, which pages it has and where its contents stand.
 *
 * @param path the package document's own name in the file
 * @param navigation the navigation document of EPUB 3, empty if there is none
 * @param ncx the table of contents of EPUB 2, empty if there is none
 * @param cover the picture, empty if there is none
 */
record EpubPackage(
    String path,
    String title,
    List<String> authors,
    @Nullable String language,
    List<Page> pages,
    String navigation,
    String ncx,
    String cover) {

  /** Types of the guide of EPUB 2 and of the landmarks of EPUB 3. */
  static final Set<String> IMPRINTS =
      Set.of("cover", "copyright-page", "colophon", "imprint", "imprimatur");

  private static final Set<String> CONTENTS = Set.of("toc", "loi", "lot");

  /**
   * A page of the spine.
   *
   * @param path its name in the file
   * @param isImage whether it is a picture by itself
   * @param contents whether the book says that it is its table of contents
   * @param imprint whether the book says that it names its makers and rights
   * @param auxiliary whether it isn't part of the reading order
   * @param first whether it is the book's first page, most often its cover
   */
  record Page(
      String path,
      boolean isImage,
      boolean contents,
      boolean imprint,
      boolean auxiliary,
      boolean first) {}

  private record Item(String path, String type, String properties) {}

  /**
   * @throws IOException if there is no package document
   */
  static EpubPackage read(Archive archive, DocumentAccount account) throws IOException {
    String path = path(archive, account);
    Element root = Markup.xml(archive.text(path).orElseThrow(EpubReader::damaged), account);
    Map<String, Item> items = items(root, path);
    String navigation = "";
    String cover = "";
    for (Item item : items.values()) {
      navigation = item.properties().contains(" nav ") ? item.path() : navigation;
      cover = item.properties().contains(" cover-image ") ? item.path() : cover;
    }
    String old = first(root, "meta", "name", "cover").map(meta -> meta.attr("content")).orElse("");
    if (cover.isEmpty() && items.containsKey(old)) {
      cover = items.get(old).path();
    }
    return new EpubPackage(
        path,
        named(root, "title").stream().findFirst().orElse(""),
        named(root, "creator"),
        named(root, "language").stream().findFirst().orElse(null),
        pages(root, items, path, navigation),
        navigation,
        ncx(root, items),
        cover);
  }

  private static String path(Archive archive, DocumentAccount account) throws IOException {
    Optional<String> container = archive.text("META-INF/container.xml");
    if (container.isPresent()) {
      for (Element element : Markup.xml(container.get(), account).getAllElements()) {
        String path = element.attr("full-path");
        if (EpubRights.local(element).equals("rootfile") && archive.has(path)) {
          return path;
        }
      }
    }
    return archive.names().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".opf"))
        .findFirst()
        .orElseThrow(EpubReader::damaged);
  }

  private static Map<String, Item> items(Element root, String path) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (Element element : root.getAllElements()) {
      if (EpubRights.local(element).equals("item") && element.hasAttr("href")) {
        items.putIfAbsent(
            element.attr("id"),
            new Item(
                Archive.resolve(path, element.attr("href")),
                element.attr("media-type"),
                " " + element.attr("properties") + " "));
      }
    }
    return items;
  }

  private static List<Page> pages(
      Element root, Map<String, Item> items, String path, String navigation) {
    Map<String, Boolean> contents = new HashMap<>();
    Set<String> imprints = new HashSet<>();
    contents.put(navigation, true);
    for (Element reference : root.getAllElements()) {
      if (!EpubRights.local(reference).equals("reference")) {
        continue;
      }
      String type = reference.attr("type").toLowerCase(Locale.ROOT);
      String target = Archive.resolve(path, reference.attr("href"));
      if (CONTENTS.contains(type)) {
        // Some books point to their first page with text.
        contents.put(target, !reference.attr("href").contains("#"));
      } else if (IMPRINTS.contains(type)) {
        imprints.add(target);
      }
    }
    List<Page> pages = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      Item item = items.get(element.attr("idref"));
      if (EpubRights.local(element).equals("itemref") && item != null && !item.path().isEmpty()) {
        boolean image = item.type().startsWith("image/") && !item.type().contains("svg");
        boolean auxiliary = element.attr("linear").equals("no");
        boolean listed = contents.getOrDefault(item.path(), false);
        pages.add(
            new Page(
                item.path(),
                image,
                listed,
                imprints.contains(item.path()),
                auxiliary,
                pages.isEmpty()));
      }
    }
    return pages;
  }

  private static String ncx(Element root, Map<String, Item> items) {
    String id =
        root.getAllElements().stream()
            .filter(element -> EpubRights.local(element).equals("spine"))
            .map(element -> element.attr("toc"))
            .findFirst()
            .orElse("");
    if (items.containsKey(id)) {
      return items.get(id).path();
    }
    return items.values().stream()
        .filter(item -> item.type().equals("application/x-dtbncx+xml"))
        .map(Item::path)
        .findFirst()
        .orElse("");
  }

  private static Optional<Element> first(Element root, String name, String key, String value) {
    return root.getAllElements().stream()
        .filter(element -> EpubRights.local(element).equals(name))
        .filter(element -> element.attr(key).equals(value))
        .findFirst();
  }

  private static List<String> named(Element root, String name) {
    return root.getAllElements().stream()
        .filter(element -> element.normalName().equals("dc:" + name))
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
