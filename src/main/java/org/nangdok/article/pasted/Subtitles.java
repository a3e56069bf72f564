package org.nangdok.article.pasted;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subtitles and captions: SubRip, WebVTT and SBV without speakers. Cues are joined until their
 * sentence ends.
 */
final class Subtitles implements PastedForm {

  private static final String CLOCK = "\\d{1,3}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?";
  private static final Pattern CUE =
      Pattern.compile("\\s*" + CLOCK + "\\s*(?:-->|,)\\s*" + CLOCK + "(?: .*)?\\s*");
  private static final Pattern STAMP = Pattern.compile("\\s*[\\[(]?" + CLOCK + "[\\])]?\\s*");
  private static final Pattern STAMPED =
      Pattern.compile("\\s*([\\[(<]" + CLOCK + "[\\])>])\\s*(\\S.*)");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,5}\\s*");
  private static final Pattern SPEAKER = Pattern.compile("<v(?:\\.[^ >]*)? ([^>]+)>");
  private static final Pattern NAMED = Pattern.compile("\\s*\\p{L}[\\p{L}\\d .'’-]{0,30}: \\S.*");
  private static final Pattern CHANGE = Pattern.compile("\\s*(?:>|&gt;){2,3} ?\\S.*");
  private static final Pattern BRACKETED =
      Pattern.compile("\\s*\\(\\p{Lu}\\p{Ll}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){1,3}\\)\\s*");
  private static final Pattern TAG =
      Pattern.compile("</?[a-zA-Z][^>]{0,80}>|\\{\\\\[^}]{1,40}\\}|<" + CLOCK + ">");
  private static final Pattern HEADER =
      Pattern.compile("\\s*\\uFEFF?(?:WEBVTT.*|Kind: .*|Language: .*|X-TIMESTAMP-MAP.*)");
  private static final Pattern BLOCK = Pattern.compile("(?:NOTE|STYLE|REGION)(?: .*)?");
  private static final Pattern DIALOGUE = Pattern.compile("[-–—] ?\\S.*|>> ?\\S.*");

  @Override
  public String name() {
    return "subtitles";
  }

  @Override
  public boolean fits(List<String> lines) {
    long filled = Lines.filled(lines);
    long cues = Lines.count(lines, line -> CUE.matcher(line).matches());
    return cues >= 1 && 5 * cues >= filled && !hasSpeakers(lines);
  }

  /**
   * Captions that name who speaks keep their lines: room {@code script} reads them with speakers.
   */
  private static boolean hasSpeakers(List<String> lines) {
    return Lines.count(lines, line -> SPEAKER.matcher(line).find()) > 0
        || Lines.count(lines, line -> NAMED.matcher(line).matches()) >= 2
        || Lines.count(lines, line -> CHANGE.matcher(line).matches()) >= 2
        || recurs(lines);
  }

  /** Whether a name in brackets stands alone on several lines. */
  private static boolean recurs(List<String> lines) {
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      if (BRACKETED.matcher(line).matches() && !names.add(line.strip())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void read(List<String> lines, PastedLines out) {
    boolean fresh = true;
    boolean note = false;
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      note = !line.isBlank() && (note || BLOCK.matcher(line).matches());
      if (note || HEADER.matcher(line).matches()) {
        out.leave(i, line, "subtitle-header");
      } else if (isMark(lines, i)) {
        out.leave(i, line, "time-code");
        fresh = true;
      } else if (!line.isBlank()) {
        Matcher stamped = STAMPED.matcher(line);
        boolean own = stamped.matches();
        if (own) {
          out.leave(i, stamped.group(1), "time-code");
        }
        String text = plain(i, own ? stamped.group(2) : line, out);
        if (text.equals(before)) {
          out.leave(i, line, "duplicate");
        } else {
          add(i, text, fresh || own, out);
        }
        before = text.isEmpty() ? before : text;
        fresh = false;
      }
    }
  }

  /** Whether a line is a cue's time, a time alone or the number before a cue's time. */
  private static boolean isMark(List<String> lines, int i) {
    String line = lines.get(i);
    boolean number =
        NUMBER.matcher(line).matches()
            && i + 1 < lines.size()
            && CUE.matcher(lines.get(i + 1)).matches();
    return number || CUE.matcher(line).matches() || STAMP.matcher(line).matches();
  }

  private static void add(int number, String text, boolean fresh, PastedLines out) {
    boolean goesOn = !out.isEmpty() && !Lines.endsSentence(out.last());
    boolean turn = DIALOGUE.matcher(text).matches() || SPEAKER.matcher(text).find();
    if (text.isEmpty()) {
      return;
    }
    boolean joins = !out.isEmpty() && !turn && (!fresh || (goesOn && !isSung(text, out.last())));
    if (joins) {
      out.append(number, text);
    } else {
      out.keep(number, text);
    }
  }

  /** Lyrics and sounds stand for themselves. */
  private static boolean isSung(String text, String before) {
    return text.startsWith("♪")
        || text.startsWith("[")
        || text.startsWith("(")
        || before.endsWith("♪")
        || before.endsWith("]")
        || before.endsWith(")");
  }

  private static String plain(int number, String line, PastedLines out) {
    Matcher tags = TAG.matcher(line);
    while (tags.find()) {
      out.leave(number, tags.group(), "markup");
    }
    String named = SPEAKER.matcher(line).replaceFirst("$1: ");
    return TAG.matcher(named).replaceAll("").strip();
  }
}
