package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.Speech;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Part;

/**
 * Finds out of every reporter's block whether it is live or on tape, and who speaks it: whom the
 * anchor called last, or who signs off.
 */
final class Reporters {

  /** What lies between two words of an anchor. */
  private static final class Stretch {
    final List<Draft> drafts = new ArrayList<>();
    final List<String> called = new ArrayList<>();
    boolean asked;
    boolean series;
    @Nullable String name;

    /**
     * Whether nothing but the reporter's own words stands in it, under a label that may be live.
     */
    boolean isTalked() {
      return !drafts.isEmpty()
          && drafts.stream()
              .allMatch(
                  draft ->
                      draft.block.part == Part.REPORTER || draft.block.part == Part.LIVE_REPORTER);
    }
  }

  private static final int FEWEST_TALKED = 2;

  private final Lexicon lexicon;
  private final List<String> warnings;

  Reporters(Lexicon lexicon, List<String> warnings) {
    this.lexicon = lexicon;
    this.warnings = warnings;
  }

  /**
   * Names reporters and decides their roles.
   *
   * @param fallback a name that the page prints elsewhere, or null
   */
  void resolve(List<Draft> drafts, @Nullable String fallback) {
    List<Stretch> stretches = stretches(drafts);
    Set<String> known = new LinkedHashSet<>();
    for (Stretch stretch : stretches) {
      stretch.name = name(stretch, known);
      if (stretch.name != null) {
        known.add(stretch.name);
      }
    }
    String only = known.size() == 1 ? known.iterator().next() : known.isEmpty() ? fallback : null;
    String before = null;
    boolean live = false;
    boolean talk = isTalk(stretches);
    for (Stretch stretch : stretches) {
      String name = stretch.name != null ? stretch.name : only != null ? only : before;
      before = name;
      live = roles(stretch, live || talk && stretch.isTalked());
      for (Draft draft : stretch.drafts) {
        if (draft.block.isReporter() && draft.name == null) {
          draft.name = name;
        }
      }
    }
  }

  /** Whether anchor and reporter speak in turn and nobody signs off before the end. */
  private boolean isTalk(List<Stretch> stretches) {
    int talked = 0;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      boolean signed = stretch.series;
      for (Draft draft : stretch.drafts) {
        signed |= Names.signedOff(draft.text(), lexicon) != null;
      }
      if (signed && i + 1 < stretches.size()) {
        return false;
      }
      talked += stretch.isTalked() ? 1 : 0;
    }
    return talked >= FEWEST_TALKED;
  }

  private List<Stretch> stretches(List<Draft> drafts) {
    List<Stretch> stretches = new ArrayList<>();
    Stretch now = new Stretch();
    stretches.add(now);
    Block anchor = null;
    for (Draft draft : drafts) {
      if (draft.speaker == Speaker.ANCHOR && !draft.block.clip) {
        if (!now.drafts.isEmpty() && draft.block != anchor) {
          now = new Stretch();
          stretches.add(now);
        }
        anchor = draft.block;
        now.called.addAll(Names.called(draft.text(), lexicon));
        now.asked = Sentences.asks(draft.text());
        now.series = Names.isSeries(draft.text(), lexicon);
      } else if (draft.block.isReporter() && draft.speaker != Speaker.QUESTION) {
        if (isAnother(now, draft)) {
          Stretch next = new Stretch();
          next.called.addAll(now.called);
          next.series = now.series;
          if (now.series && next.called.size() > 1) {
            next.called.removeFirst();
          }
          next.asked = now.asked;
          now = next;
          stretches.add(now);
        }
        now.drafts.add(draft);
      }
    }
    return stretches;
  }

  /** Whether a block begins after the reporter of the block before has signed off. */
  private boolean isAnother(Stretch now, Draft draft) {
    if (now.drafts.isEmpty() || draft.block.part == Part.STAND_UP) {
      return false;
    }
    Draft last = now.drafts.getLast();
    return last.block != draft.block
        && last.block.part != Part.STAND_UP
        && draft.block.part == last.block.part
        && (now.series || Names.signedOff(last.text(), lexicon) != null);
  }

  private @Nullable String name(Stretch stretch, Set<String> known) {
    String label = null;
    String signed = null;
    for (Draft draft : stretch.drafts) {
      label = draft.name == null || draft.block.part == Part.STAND_UP ? label : draft.name;
      String found = Names.signedOff(draft.text(), lexicon);
      signed = found == null ? signed : found;
    }
    String called = null;
    int most = stretch.series ? 0 : stretch.called.size() - 1;
    for (int i = most; i >= 0 && called == null; i--) {
      called = full(stretch.called.get(i), known, signed);
    }
    if (label != null) {
      return label;
    }
    if (signed != null && stretch.called.contains(signed)) {
      return signed;
    }
    if (called != null && signed != null && !called.equals(signed)) {
      warnings.add(
          "The anchor calls " + called + ", but " + signed + " signs off; one voice reads both.");
    }
    return called == null ? signed : called;
  }

  private static @Nullable String full(String name, Set<String> known, @Nullable String signed) {
    if (name.length() > 1) {
      return name;
    }
    String found = null;
    for (String one : known) {
      found = one.startsWith(name) ? one : found;
    }
    return found == null && signed != null && signed.startsWith(name) ? signed : found;
  }

  /** Decides the roles; tells whether the last block was live. */
  private boolean roles(Stretch stretch, boolean liveBefore) {
    Block block = null;
    boolean first = true;
    boolean live = liveBefore;
    boolean there = liveBefore;
    for (Draft draft : stretch.drafts) {
      if (draft.block != block && draft.block.part != Part.STAND_UP) {
        block = draft.block;
        boolean again = live && !first && block.part == Part.REPORTER && block.who.name() != null;
        live = again || isLive(block, stretch, first, there);
        first = false;
      }
      boolean standUp = draft.block.part == Part.STAND_UP;
      if (standUp && first && lexicon.begins(WordKind.ANSWER_OPENING, draft.text())) {
        there = true; // who answers the anchor's call is live under any label
        live = true;
        standUp = false;
      }
      draft.speaker = live && !standUp ? Speaker.REPORTER : Speaker.REPORT;
      if (draft.style == null) {
        draft.style = live || standUp ? Style.LIVE : Style.PACKAGE;
      }
    }
    return live;
  }

  private boolean isLive(Block block, Stretch stretch, boolean first, boolean liveBefore) {
    if (block.part == Part.LIVE_REPORTER) {
      return true;
    }
    StringBuilder text = new StringBuilder();
    for (Draft draft : stretch.drafts) {
      if (draft.block == block) {
        text.append(text.isEmpty() ? "" : " ").append(draft.text());
      }
    }
    String words = text.toString();
    boolean answers = lexicon.begins(WordKind.ANSWER_OPENING, words);
    String opening = words.substring(0, Math.min(words.length(), 120));
    boolean there = lexicon.occurs(WordKind.ON_THE_SPOT, opening);
    if (block.part == Part.REPORT) {
      return answers && first || there && Speech.speaksOfSelf(opening, lexicon);
    }
    return answers || there || first && stretch.asked || liveBefore && first;
  }
}
