package org.nangdok.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts of documents that aren't read unless somebody asks for them. */
public enum DocumentPart {
  PAGE_NUMBER,
  /** A head or foot that stands on every page, or the line numbers at its margin. */
  RUNNING_HEAD,
  /** A foot- or endnote. */
  NOTE,
  /** The sign in the text that points to a note. */
  NOTE_REFERENCE,
  /** A printed list of what stands on which page. */
  TABLE_OF_CONTENTS,
  INDEX,
  /** What a book calls no part of its reading order. */
  AUXILIARY,
  /** What is said instead of a picture. */
  IMAGE,
  /** Small letters that say how others are read, or the letters that they stand for. */
  RUBY,
  CODE,
  FORMULA,
  /** What no reader of the file sees. */
  HIDDEN,
  /** Remarks at the margin. */
  COMMENT,
  /** What a tracked change takes away. */
  DELETED,
  /** What a mail quotes of others. */
  QUOTED_MAIL,
  SIGNATURE,
  /** The lines above a mail's text. */
  MAIL_HEADER,
  /** The name of a file that lies in the document. */
  ATTACHMENT,
  /** Menus, buttons and the like around an article. */
  PAGE_FURNITURE,
  /** What a form's fields hold. */
  FORM_FIELD,
  /** Signs of a file's form, such as the times of subtitles. */
  MARKUP,
  /** Terms of use that a publisher of free books puts around the text. */
  LICENCE,
  /** Who made and sells a book, when and under which rights; its cover. */
  IMPRINT,
  /** A slide's own words that its notes repeat, or notes beside the slide. */
  SLIDE_NOTES,
  /** A second copy of a text. */
  DUPLICATE;

  /** The part's name in requests and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The part with this code; null if there is none. */
  public static @Nullable DocumentPart of(String code) {
    for (DocumentPart part : values()) {
      if (part.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
        return part;
      }
    }
    return null;
  }
}
