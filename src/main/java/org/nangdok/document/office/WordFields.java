package org.nangdok.document.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentPart;

/** Fields of a DOCX file, which may begin in one paragraph and end in another. */
final class WordFields {

  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean result;
  }

  private final Deque<Field> open = new ArrayDeque<>();

  void mark(String type) {
    switch (type) {
      case "begin" -> {
        if (open.size() < 100) {
          open.push(new Field());
        }
      }
      case "separate" -> {
        if (!open.isEmpty()) {
          open.peek().result = true;
        }
      }
      case "end" -> open.poll();
      default -> {}
    }
  }

  void instruct(String words) {
    if (!open.isEmpty()) {
      open.peek().instruction.append(words);
    }
  }

  /** Which left-out part the words that follow are; null if they are read. */
  @Nullable DocumentPart part() {
    for (Field field : open) {
      DocumentPart part = field.result ? part(field.instruction.toString()) : null;
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  static @Nullable DocumentPart part(String instruction) {
    String name = instruction.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    return switch (name) {
      case "TOC" -> DocumentPart.TABLE_OF_CONTENTS;
      case "INDEX" -> DocumentPart.INDEX;
      case "PAGE", "NUMPAGES", "SECTIONPAGES" -> DocumentPart.PAGE_NUMBER;
      default -> null;
    };
  }
}
