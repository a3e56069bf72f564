package org.nangdok.publish.book;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nangdok.publish.XmlText;
import org.nangdok.publish.book.TalkingText.Block;
import org.nangdok.publish.book.TalkingText.Kind;
import org.nangdok.publish.book.TalkingText.Spoken;

/** The documents of a DAISY 2.02 book. */
final class DaisyPages {

  private static final String XHTML =
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\""
          + " \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">";
  private static final String SMIL =
      "<!DOCTYPE smil PUBLIC \"-//W3C//DTD SMIL 1.0//EN\""
          + " \"http://www.w3.org/TR/REC-smil/SMIL10.dtd\">";
  private static final String FORMAT = "Daisy 2.02";
  private static final String MAKER = "Nangdok";

  private DaisyPages() {}

  /** The text of a chapter; what isn't heard of the book stands below its last chapter. */
  static String text(Book book, Daisy.Entry entry, TalkingText text, boolean last) {
    XmlText page = page(book, entry.title());
    page.open("meta", named("dc:title", book.title())).close();
    page.open("meta", named("dc:format", FORMAT)).close();
    page.close().open("body", Map.of());
    if (!text.saysTitle()) {
      page.open("h1", Map.of()).text(entry.title()).close();
    }
    boolean first = true;
    for (Block block : text.blocks()) {
      block(page, block, first && text.saysTitle());
      first = false;
    }
    if (last && !book.unread().isEmpty()) {
      page.open("h2", Map.of()).text(book.unreadTitle()).close();
      book.unread().forEach(line -> page.open("p", Map.of()).text(line).close());
    }
    return page.close().close().toString();
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
      Map<String, String> span = new LinkedHashMap<>();
      span.put("class", "sentence");
      span.put("id", "s" + sentence.number());
      page.text(between).open("span", span).text(sentence.text()).close();
      between = " ";
    }
    page.close();
  }

  /** Which sentence is heard when. */
  static String presentation(Book book, Daisy.Entry entry, TalkingText text, long elapsed) {
    XmlText smil = head(book, elapsed, entry.millis(), entry.title());
    smil.open("body", Map.of()).open("seq", Map.of("dur", MediaTime.seconds(entry.millis())));
    for (Spoken sentence : text.spoken()) {
      int number = sentence.number();
      smil.open("par", pair("endsync", "last", "id", "p" + number));
      smil.open("text", pair("src", entry.file() + ".html#s" + number, "id", "t" + number));
      smil.close().open("seq", Map.of());
      Map<String, String> sound = pair("src", entry.file() + ".mp3", "id", "a" + number);
      sound.put("clip-begin", "npt=" + MediaTime.seconds(sentence.start()));
      sound.put("clip-end", "npt=" + MediaTime.seconds(sentence.end()));
      smil.open("audio", sound).close().close().close();
    }
    return smil.close().close().close().toString();
  }

  /** All presentations in order. */
  static String master(Book book, List<Daisy.Entry> entries) {
    XmlText smil = head(book, -1, book.millis(), book.title());
    smil.open("body", Map.of());
    for (Daisy.Entry entry : entries) {
      Map<String, String> ref = pair("src", entry.file() + ".smil", "id", "m-" + entry.file());
      ref.put("title", entry.title());
      smil.open("ref", ref).close();
    }
    return smil.close().close().toString();
  }

  /**
   * @param elapsed before this presentation; -1 for the one of all
   */
  private static XmlText head(Book book, long elapsed, long millis, String title) {
    var smil = new XmlText(SMIL);
    smil.open("smil", Map.of()).open("head", Map.of());
    meta(smil, "dc:format", FORMAT);
    meta(smil, "dc:identifier", book.uuid());
    meta(smil, "dc:title", book.title());
    meta(smil, "ncc:generator", MAKER);
    if (elapsed >= 0) {
      meta(smil, "title", title);
      meta(smil, "ncc:totalElapsedTime", MediaTime.clock(elapsed));
    }
    meta(smil, "ncc:timeInThisSmil", MediaTime.clock(millis));
    smil.open("layout", Map.of()).open("region", Map.of("id", "txtView")).close().close();
    return smil.close();
  }

  /**
   * The navigation control centre.
   *
   * @param files of the book, this one counted
   * @param bytes of the others
   */
  static String ncc(
      Book book, List<Daisy.Entry> entries, Set<String> voices, int files, long bytes) {
    XmlText page = page(book, book.title());
    meta(page, "dc:title", book.title());
    meta(page, "dc:creator", Objects.requireNonNullElse(book.author(), MAKER));
    Map<String, String> date =
        named("dc:date", book.made().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    date.put("scheme", "yyyy-mm-dd");
    page.open("meta", date).close();
    meta(page, "dc:format", FORMAT);
    meta(page, "dc:identifier", book.uuid());
    Map<String, String> language = named("dc:language", book.language());
    language.put("scheme", "ISO 639");
    page.open("meta", language).close();
    meta(page, "dc:publisher", MAKER);
    if (book.url() != null) {
      meta(page, "dc:source", book.url());
    }
    meta(page, "ncc:charset", "utf-8");
    meta(page, "ncc:depth", "1");
    meta(page, "ncc:files", Integer.toString(files));
    meta(page, "ncc:footnotes", "0");
    meta(page, "ncc:generator", MAKER);
    meta(page, "ncc:kByteSize", Long.toString(Math.max(1, Math.round(bytes / 1024.0))));
    meta(page, "ncc:maxPageNormal", "0");
    meta(page, "ncc:multimediaType", "audioFullText");
    meta(page, "ncc:narrator", String.join(", ", voices));
    meta(page, "ncc:pageFront", "0");
    meta(page, "ncc:pageNormal", "0");
    meta(page, "ncc:pageSpecial", "0");
    meta(page, "ncc:prodNotes", "0");
    meta(page, "ncc:setInfo", "1 of 1");
    meta(page, "ncc:sidebars", "0");
    meta(page, "ncc:tocItems", Integer.toString(entries.size()));
    meta(page, "ncc:totalTime", MediaTime.clock(book.millis()));
    page.close().open("body", Map.of());
    String kind = "title";
    for (Daisy.Entry entry : entries) {
      page.open("h1", pair("class", kind, "id", "h-" + entry.file()));
      String target = entry.file() + ".smil#" + entry.first();
      page.open("a", Map.of("href", target)).text(entry.title()).close().close();
      kind = "section";
    }
    return page.close().close().toString();
  }

  /** A page whose head is open. */
  private static XmlText page(Book book, String title) {
    var page = new XmlText(XHTML);
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns", "http://www.w3.org/1999/xhtml");
    root.put("lang", book.language());
    root.put("xml:lang", book.language());
    page.open("html", root).open("head", Map.of());
    Map<String, String> type = new LinkedHashMap<>();
    type.put("http-equiv", "Content-type");
    type.put("content", "text/html; charset=utf-8");
    page.open("meta", type).close();
    return page.open("title", Map.of()).text(title).close();
  }

  private static void meta(XmlText xml, String name, String content) {
    xml.open("meta", named(name, content)).close();
  }

  private static Map<String, String> named(String name, String content) {
    return pair("name", name, "content", content);
  }

  private static Map<String, String> pair(String a, String first, String b, String second) {
    Map<String, String> pair = new LinkedHashMap<>();
    pair.put(a, first);
    pair.put(b, second);
    return pair;
  }
}
