package org.nangdok.publish.book;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nangdok.publish.XmlText;
import org.nangdok.publish.book.TalkingText.Block;
import org.nangdok.publish.book.TalkingText.Kind;
import org.nangdok.publish.book.TalkingText.Spoken;

/** The content documents and overlays of an EPUB. */
final class EpubPages {

  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String OPS = "http://www.idpf.org/2007/ops";

  private EpubPages() {}

  static String chapter(Book book, Book.Chapter chapter, TalkingText text) {
    XmlText page = page(book, chapter.title());
    page.open("section", Map.of("epub:type", "chapter"));
    if (!text.saysTitle()) {
      page.open("h1", Map.of()).text(chapter.title()).close();
    }
    boolean first = true;
    for (Block block : text.blocks()) {
      block(page, block, first && text.saysTitle());
      first = false;
    }
    return page.close().close().close().toString();
  }

  private static void block(XmlText page, Block block, boolean title) {
    if (block.name() != null) {
      page.open("p", Map.of("class", "speaker")).text(block.name()).close();
      return;
    }
    boolean heading = block.kind() == Kind.HEADING || block.kind() == Kind.HEADLINE;
    page.open(title ? "h1" : heading ? "h2" : "p", Map.of());
    String between = "";
    for (Spoken sentence : block.sentences()) {
      page.text(between);
      page.open("span", Map.of("id", "s" + sentence.number())).text(sentence.text()).close();
      between = " ";
    }
    page.close();
  }

  /**
   * The page that comes first: its picture. Reading systems show it, and engines that don't mark
   * what is heard on a book's very first page (foliate-js 1.0) mark all that is heard.
   */
  static String cover(Book book) {
    XmlText page = page(book, book.title());
    page.open("section", Map.of("epub:type", "cover")).open("p", Map.of("class", "cover"));
    Map<String, String> picture = new LinkedHashMap<>();
    picture.put("src", "cover." + book.cover().extension());
    picture.put("alt", book.title());
    page.open("img", picture).close();
    return page.close().close().close().close().toString();
  }

  static String unread(Book book) {
    XmlText page = page(book, book.unreadTitle());
    page.open("section", Map.of()).open("h1", Map.of()).text(book.unreadTitle()).close();
    book.unread().forEach(line -> page.open("p", Map.of()).text(line).close());
    return page.close().close().close().toString();
  }

  static String navigation(Book book) {
    XmlText page = page(book, book.title());
    page.open("nav", Map.of("epub:type", "toc", "id", "toc"));
    page.open("h1", Map.of()).text(book.title()).close().open("ol", Map.of());
    for (int i = 0; i < book.chapters().size(); i++) {
      entry(page, Epub.chapterFile(i) + ".xhtml", book.chapters().get(i).title());
    }
    if (!book.unread().isEmpty()) {
      entry(page, "unread.xhtml", book.unreadTitle());
    }
    page.close().close();
    landmarks(page, book);
    return page.close().close().toString();
  }

  private static void landmarks(XmlText page, Book book) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("epub:type", "landmarks");
    places.put("id", "landmarks");
    places.put("hidden", "hidden");
    page.open("nav", places).open("ol", Map.of());
    landmark(page, "cover", "cover.xhtml", book.isKorean() ? "표지" : "Cover");
    landmark(page, "bodymatter", Epub.chapterFile(0) + ".xhtml", book.isKorean() ? "본문" : "Text");
    page.close().close();
  }

  private static void landmark(XmlText page, String type, String file, String name) {
    Map<String, String> link = new LinkedHashMap<>();
    link.put("epub:type", type);
    link.put("href", file);
    page.open("li", Map.of()).open("a", link).text(name).close().close();
  }

  private static void entry(XmlText page, String file, String title) {
    page.open("li", Map.of()).open("a", Map.of("href", file)).text(title).close().close();
  }

  /** A page whose body is open. */
  private static XmlText page(Book book, String title) {
    var page = new XmlText("<!DOCTYPE html>");
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns", XHTML);
    root.put("xmlns:epub", OPS);
    root.put("lang", book.language());
    root.put("xml:lang", book.language());
    page.open("html", root).open("head", Map.of());
    page.open("title", Map.of()).text(title).close();
    Map<String, String> style = new LinkedHashMap<>();
    style.put("rel", "stylesheet");
    style.put("type", "text/css");
    style.put("href", "style.css");
    return page.open("link", style).close().close().open("body", Map.of());
  }

  /** Which sentence is heard when (EPUB 3.3, 9.2). */
  static String overlay(String file, TalkingText text) {
    var smil = new XmlText("");
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns", "http://www.w3.org/ns/SMIL");
    root.put("xmlns:epub", OPS);
    root.put("version", "3.0");
    smil.open("smil", root).open("body", Map.of());
    Map<String, String> sequence = new LinkedHashMap<>();
    sequence.put("id", "chapter");
    sequence.put("epub:textref", file + ".xhtml");
    sequence.put("epub:type", "chapter");
    smil.open("seq", sequence);
    for (Spoken sentence : text.spoken()) {
      smil.open("par", Map.of("id", "p" + sentence.number()));
      smil.open("text", Map.of("src", file + ".xhtml#s" + sentence.number())).close();
      Map<String, String> sound = new LinkedHashMap<>();
      sound.put("src", "audio/" + file + ".mp3");
      sound.put("clipBegin", MediaTime.seconds(sentence.start()));
      sound.put("clipEnd", MediaTime.seconds(sentence.end()));
      smil.open("audio", sound).close().close();
    }
    return smil.close().close().close().toString();
  }
}
