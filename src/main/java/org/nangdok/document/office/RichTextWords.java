package org.nangdok.document.office;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentPart;

/** The words of an RTF file, as its parser tells them one after the other. */
final class RichTextWords extends RtfListenerAdaptor {

  /** Where the words of a group go. */
  private enum Place {
    TEXT,
    ASIDE,
    TITLE,
    AUTHOR,
    NOWHERE
  }

  /**
   * @param part of words that aren't read
   */
  private record Group(Place place, @Nullable DocumentPart part, boolean stress) {
    Group to(Place other, @Nullable DocumentPart what) {
      return new Group(other, what, stress);
    }
  }

  private record Aside(DocumentPart part, String words) {}

  private final DocumentAccount account;
  private final Deque<Group> groups = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder other = new StringBuilder();
  private final List<Aside> asides = new ArrayList<>();
  private Group group = new Group(Place.TEXT, null, false);
  private boolean broken;
  private boolean row;
  private int letters;
  private int stressed;

  RichTextWords(DocumentAccount account) {
    this.account = account;
  }

  @Override
  public void processGroupStart() {
    account.limit().check();
    if (groups.size() > account.bounds().depth()) {
      throw new DocumentException(
          Reason.TOO_COMPLEX, "This file is nested too deeply. Save it in a simpler form.");
    }
    groups.push(group);
  }

  @Override
  public void processGroupEnd() {
    Group outer = groups.isEmpty() ? group : groups.pop();
    if (outer.place() != group.place() || outer.part() != group.part()) {
      closeOther();
    }
    group = outer;
  }

  private void closeOther() {
    String words = other.toString();
    other.setLength(0);
    DocumentPart part = group.part();
    switch (group.place()) {
      case TITLE -> account.title(words);
      case AUTHOR -> account.author(words);
      case ASIDE -> {
        if (part != null) {
          asides.add(new Aside(part, words));
        }
      }
      case TEXT, NOWHERE -> {}
    }
  }

  @Override
  public void processString(String string) {
    account.limit().check();
    switch (group.place()) {
      case TEXT -> {
        int own = (int) string.codePoints().filter(Character::isLetterOrDigit).count();
        letters += own;
        stressed += group.stress() ? own : 0;
        text.append(string);
      }
      case NOWHERE -> {}
      default -> other.append(string);
    }
  }

  @Override
  public void processCommand(
      Command command, int parameter, boolean hasParameter, boolean optional) {
    boolean off = hasParameter && parameter == 0;
    switch (command) {
      case par, sect, page, column -> paragraph();
      case line -> {
        broken = true;
        paragraph();
        broken = true;
      }
      case tab -> processString(" ");
      case cell, nestcell -> {
        row = true;
        processString(" | ");
      }
      case row, nestrow -> paragraph();
      case b, i -> group = new Group(group.place(), group.part(), !off);
      case plain -> group = new Group(group.place(), group.part(), false);
      case v -> part(off, DocumentPart.HIDDEN);
      case deleted -> part(off, DocumentPart.DELETED);
      case footnote -> enter(Place.ASIDE, DocumentPart.NOTE);
      case annotation -> enter(Place.ASIDE, DocumentPart.COMMENT);
      case header, headerl, headerr, headerf, footer, footerl, footerr, footerf ->
          enter(Place.ASIDE, DocumentPart.RUNNING_HEAD);
      case title -> enter(Place.TITLE, null);
      case author -> enter(Place.AUTHOR, null);
      default -> destination(command, optional);
    }
  }

  private void part(boolean off, DocumentPart part) {
    if (group.place() == Place.TEXT && !off) {
      enter(Place.ASIDE, part);
    } else if (group.part() == part && off) {
      closeOther();
      enter(Place.TEXT, null);
    }
  }

  private void enter(Place place, @Nullable DocumentPart part) {
    if (group.place() != Place.NOWHERE) {
      group = group.to(place, part);
    }
  }

  /** Tables of fonts and the like; what programs add and nobody must know is passed over too. */
  private void destination(Command command, boolean optional) {
    boolean known = command == Command.shptxt || command == Command.fldrslt;
    boolean away = command.getCommandType() == CommandType.Destination || optional;
    if (away && !known && command != Command.rtf) {
      group = group.to(Place.NOWHERE, null);
    }
  }

  private void paragraph() {
    if (group.place() != Place.TEXT) {
      other.append(' ');
      return;
    }
    String words = text.toString().replaceAll("(?:\\s*\\|\\s*)+$", "");
    text.setLength(0);
    boolean emphasis = letters > 0 && letters == stressed;
    Block.Kind plain = emphasis ? Block.Kind.EMPHASIS : Block.Kind.PARAGRAPH;
    account.block(row ? Block.Kind.TABLE_ROW : broken ? Block.Kind.LINE : plain, words, null);
    row = false;
    broken = false;
    letters = 0;
    stressed = 0;
    asides.forEach(aside -> account.leave(aside.part(), aside.words()));
    asides.clear();
  }

  /** After the last group. */
  void end() {
    closeOther();
    group = new Group(Place.TEXT, null, false);
    paragraph();
  }
}
