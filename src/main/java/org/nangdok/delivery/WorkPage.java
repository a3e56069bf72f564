package org.nangdok.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.nangdok.library.StoredPart;
import org.nangdok.publish.HtmlPage;
import org.nangdok.work.Work;

/**
 * A work as a page that needs no script: its chapters with links to their readings, how far it is,
 * and its files. Where scripts run, they play the chapters one after the other. Built as a tree, so
 * that whatever a title says stays text.
 */
final class WorkPage {

  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("EPUB", "/book.epub");
    FILES.put("M4B", "/audiobook.m4b");
    FILES.put("MP3 (ZIP)", "/chapters.zip");
    FILES.put("DAISY", "/daisy.zip");
    FILES.put("audiobookshelf", "/audiobookshelf.zip");
  }

  private final Work work;
  private final UnaryOperator<String> links;
  private final boolean korean;

  private WorkPage(Work work, UnaryOperator<String> links) {
    this.work = work;
    this.links = links;
    this.korean = work.facts().title().codePoints().anyMatch(WorkPage::isHangul);
  }

  /**
   * @param links makes addresses of this service fit for who asks
   */
  static String of(Work work, UnaryOperator<String> links) {
    return new WorkPage(work, links).page();
  }

  private static boolean isHangul(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }

  private String page() {
    Document document = HtmlPage.styled(work.facts().title(), korean ? "ko" : "en");
    document.head().appendElement("script").attr("type", "module").attr("src", "/web/work.js");
    Element main = document.body().appendElement("main");
    main.attr("data-work", work.facts().id()).attr("data-play", say("여기부터 듣기", "Play from here"));
    main.appendElement("h1").text(work.facts().title());
    if (work.facts().author() != null) {
      main.appendElement("p").addClass("facts").text(work.facts().author());
    }
    main.appendElement("p").attr("role", "status").text(progress());
    main.appendElement("p")
        .attr("id", "resume")
        .attr("hidden", true)
        .attr("data-resume", say("이어 듣기: {title}, {time}", "Go on: {title}, {time}"))
        .attr("data-share", say("전체의 {percent}%를 들었습니다", "{percent}% of all heard"))
        .appendElement("button")
        .addClass("primary")
        .attr("type", "button");
    Element list = main.appendElement("ol").addClass("chapters");
    work.chapters().forEach(chapter -> chapter(list.appendElement("li"), chapter));
    if (work.state() == Work.State.COMPLETE) {
      Element files = main.appendElement("p").addClass("more");
      files.appendElement("span").text(say("내려받기:", "Take it away:"));
      FILES.forEach(
          (name, path) -> {
            files.appendText(" ");
            String address = "/api/works/" + work.facts().id() + path;
            files.appendElement("a").attr("href", links.apply(address)).text(name);
          });
    }
    main.appendElement("p")
        .addClass("synthetic")
        .text(say("모든 목소리는 합성음입니다.", "All voices are synthetic."));
    return document.outerHtml();
  }

  private void chapter(Element item, Work.Chapter chapter) {
    boolean several = chapter.parts().size() > 1;
    item.appendElement("span").text(chapter.title());
    int number = 1;
    for (StoredPart part : chapter.parts()) {
      item.appendText(" ");
      String name = several ? chapter.title() + " " + number : chapter.title();
      String shown = several ? Integer.toString(number) : say("듣기", "Listen");
      number++;
      door(item, part)
          .attr("data-part", "/api/works/" + work.facts().id() + "/parts/" + part.number())
          .attr("data-title", name)
          .attr("data-ms", Long.toString(part.millis()))
          .attr("data-characters", Integer.toString(part.characters()))
          .attr("aria-label", name)
          .text(shown);
    }
    item.appendText(" ");
    item.appendElement("small").text(state(chapter));
  }

  /** What leads to a part: the page of its reading, or a press that has it planned first. */
  private Element door(Element item, StoredPart part) {
    String reading = part.reading();
    return reading == null
        ? item.appendElement("button").attr("type", "button").attr("hidden", true)
        : item.appendElement("a")
            .attr("href", links.apply("/r/" + reading))
            .attr("data-reading", reading);
  }

  private String state(Work.Chapter chapter) {
    for (StoredPart part : chapter.parts()) {
      if (part.problem() != null) {
        return part.problem();
      }
    }
    return chapter.isSettled() ? clock(chapter.millis()) : say("준비 중", "being made");
  }

  private String progress() {
    long done = work.chapters().stream().filter(Work.Chapter::isSettled).count();
    int all = work.chapters().size();
    String made = say(all + "장 가운데 " + done + "장 준비됨", done + " of " + all + " chapters made");
    Duration left = work.left();
    return switch (work.state()) {
      case PAUSED -> made + say(", 쉬는 중", ", resting");
      case MAKING ->
          left == null
              ? made
              : made
                  + say(
                      ", 약 " + minutes(left) + "분 남음", ", some " + minutes(left) + " minutes left");
      case COMPLETE, FAILED -> made;
    };
  }

  private static long minutes(Duration left) {
    return Math.max(1, Math.round(left.toSeconds() / 60.0));
  }

  private static String clock(long millis) {
    long seconds = millis / 1000;
    return String.format(
        java.util.Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private String say(String inKorean, String inEnglish) {
    return korean ? inKorean : inEnglish;
  }
}
