package org.nangdok.article.pasted;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Saved talk of a messenger (KakaoTalk, WhatsApp, Telegram, LINE, Signal): each message begins with
 * who and when; it is read as {@code who: what}.
 */
final class Messenger implements PastedForm {

  private static final String TIME =
      "(?:(?:오전|오후|午前|午後|上午|下午) ?)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[ \\u202f]?[AaPp]\\.?[Mm]\\.?)?";
  private static final String DAY =
      "(?:\\d{1,4}[./-] ?\\d{1,2}[./-] ?\\d{1,4}\\.?|\\d{4}[년年] ?\\d{1,2}[월月] ?\\d{1,2}[일日])";
  private static final String WHO = "(?<who>[^:\\[\\]\\t]{1,40}?)";

  private static final List<Pattern> MESSAGES =
      List.of(
          Pattern.compile("\\[" + WHO + "\\] (?<when>\\[" + TIME + "\\]) (?<what>.*)"),
          Pattern.compile(
              "\u200e?(?<when>\\[?"
                  + DAY
                  + ",? "
                  + TIME
                  + "\\]?)(?: ?[-–] ?|, ?| )"
                  + WHO
                  + " ?: (?<what>.*)"),
          Pattern.compile("(?<when>" + TIME + ")\\t" + WHO + "\\t(?<what>.*)"),
          Pattern.compile("(?<when>\\[" + TIME + "\\]) " + WHO + ": (?<what>.*)"),
          Pattern.compile(WHO + ", (?<when>\\[" + DAY + ",? " + TIME + "\\])(?<what>)"));

  private static final Pattern DAY_LINE =
      Pattern.compile(
          "[-─— ]*(?:\\S{2,12}, )?(?:" + DAY + "|\\w+ \\d{1,2}, \\d{4})[^:]{0,14}[-─— ]*");
  private static final Pattern NOTICE =
      Pattern.compile(
          ".{0,60}(?:님과 카카오톡 대화|저장한 날짜.*|님이 (?:들어왔|나갔|초대).*|님을 (?:초대|내보냈).*"
              + "|end-to-end encrypted.*|(?:created|joined|left|added|removed|changed) (?:the |this |using )?.{0,60})");
  private static final Pattern ATTACHED =
      Pattern.compile(
          "(?:이모티콘|사진|사진 \\d+장|동영상|음성메시지|파일: .*|삭제된 메시지입니다\\.?|\\[(?:Photo|Sticker|Video|File|写真|スタンプ)\\]|スタンプ|写真"
              + "|\u200e?<?(?:Media|image|video|audio|sticker|GIF|document)s? omitted>?|\u200e?<attached: .*>"
              + "|This message was deleted\\.?|You deleted this message\\.?|Sticker|Photo)");

  /** What is said at a time of a recording: a transcript, whose headline stands above. */
  private static final Pattern RECORDED = Pattern.compile("\\[0?0:\\d{2}:\\d{2}\\] .*");

  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public boolean fits(List<String> lines) {
    long messages = Lines.count(lines, line -> message(line).isPresent());
    return messages >= 2 && 3 * messages >= Lines.filled(lines);
  }

  private static Optional<Matcher> message(String line) {
    return MESSAGES.stream().map(form -> form.matcher(line)).filter(Matcher::matches).findFirst();
  }

  @Override
  public void read(List<String> lines, PastedLines out) {
    @Nullable String who = null;
    boolean recorded = lines.stream().map(String::strip).anyMatch(RECORDED.asMatchPredicate());
    boolean open = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Optional<Matcher> message = message(line);
      if (message.isPresent()) {
        who = message.get().group("who").strip();
        open = say(i, who, message.get().group("what").strip(), out);
        out.leave(i, silent(line, message.get(), open), "time");
      } else if (who == null && recorded && !line.isBlank() && !isNote(line)) {
        out.keep(i, line);
      } else if (who == null || isNote(line)) {
        out.leave(i, line, "chat-note");
        open = false;
      } else if (LINK.matcher(line).matches()) {
        out.leave(i, line, "link");
      } else if (!line.isBlank()) {
        if (open) {
          out.append(i, line);
        } else {
          open = say(i, who, line, out);
        }
      }
    }
  }

  /** What isn't read of a message: its time, and who wrote it if nothing is said. */
  private static String silent(String line, Matcher message, boolean said) {
    return said ? message.group("when") : line.substring(0, message.start("what"));
  }

  private static boolean isNote(String line) {
    return DAY_LINE.matcher(line).matches() || NOTICE.matcher(line).matches();
  }

  /** Whether something is said, so that lines that follow go on with it. */
  private static boolean say(int number, String who, String what, PastedLines out) {
    boolean link = LINK.matcher(what).matches();
    if (what.isEmpty()) {
      // The words may follow on the next line.
      return false;
    }
    if (link || ATTACHED.matcher(what).matches()) {
      out.leave(number, what, link ? "link" : "attachment");
      return false;
    }
    out.keep(number, who + ": " + what);
    return true;
  }
}
