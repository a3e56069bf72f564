package org.nangdok.document.pdf;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentPart;

/** What the standard types of structure elements are (ISO 32000-1, 14.8.4). */
final class TagRole {

  private static final Set<String> BLOCKS =
      Set.of(
          "P",
          "H",
          "H1",
          "H2",
          "H3",
          "H4",
          "H5",
          "H6",
          "Title",
          "LI",
          "Caption",
          "BlockQuote",
          "Quote",
          "BibEntry");

  private TagRole() {}

  static boolean isBlock(String type) {
    return BLOCKS.contains(type);
  }

  static @Nullable DocumentPart leftOut(String type) {
    return switch (type) {
      case "Note", "FENote" -> DocumentPart.NOTE;
      case "TOC", "TOCI" -> DocumentPart.TABLE_OF_CONTENTS;
      case "Index" -> DocumentPart.INDEX;
      case "Figure" -> DocumentPart.IMAGE;
      case "Formula" -> DocumentPart.FORMULA;
      case "Code" -> DocumentPart.CODE;
      case "Form" -> DocumentPart.FORM_FIELD;
      case "Artifact" -> DocumentPart.RUNNING_HEAD;
      case "RT", "RP" -> DocumentPart.RUBY;
      default -> null;
    };
  }

  static int level(String type) {
    if (type.equals("H") || type.equals("Title")) {
      return 1;
    }
    return type.matches("H[1-6]") ? type.charAt(1) - '0' : 0;
  }

  static Block.Kind kind(String type) {
    return switch (type) {
      case "LI" -> Block.Kind.LIST_ITEM;
      case "Caption" -> Block.Kind.CAPTION;
      case "BlockQuote", "Quote" -> Block.Kind.QUOTE;
      default -> Block.Kind.PARAGRAPH;
    };
  }
}
