package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.script.Speaker;
import org.nangdok.script.line.Part;

/** Speakers that only change marks tell apart: the first hosts, the others answer. */
final class ChangeMarks {

  private ChangeMarks() {}

  static void set(List<Draft> drafts) {
    List<String> keys = new ArrayList<>();
    boolean found = false;
    for (Draft draft : drafts) {
      found |= draft.block.part == Part.CHANGE;
    }
    if (!found) {
      return;
    }
    String before = null;
    for (Draft draft : drafts) {
      Part part = draft.block.part;
      if (part != Part.CHANGE && part != Part.PERSON) {
        continue;
      }
      String key;
      if (part == Part.CHANGE) {
        key = keys.isEmpty() ? "speaker:1" : null;
        for (String known : keys) {
          key = key == null && !known.equals(before) ? known : key;
        }
        key = key == null ? "speaker:" + (keys.size() + 1) : key;
      } else {
        key = String.valueOf(draft.name);
      }
      if (!keys.contains(key)) {
        keys.add(key);
      }
      before = key;
      draft.person = key;
      draft.speaker = key.equals(keys.get(0)) ? Speaker.ANCHOR : Speaker.INTERVIEW;
      draft.name = key.startsWith("speaker:") ? null : key;
    }
  }
}
