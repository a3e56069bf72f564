package org.nangdok.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentPart;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.reading.TypedAddress;
import org.nangdok.ssml.SsmlDocument;

/** One article that is to be read, as it stands on the command line or in a list. */
sealed interface ReadSource {

  /**
   * What the planner is asked for.
   *
   * @throws CommandException if it can't be had
   */
  ReadingRequest request(How how) throws IOException;

  /** As the user wrote it. */
  String name();

  /**
   * Makes sure that there is something, before engines start for it.
   *
   * @throws CommandException with code {@code command.no-file}
   */
  default void requireThere() {
    if (this instanceof TextFile file && !Files.exists(file.path())) {
      throw missing(file.name(), null);
    }
  }

  /**
   * How it is to be read.
   *
   * @param language BCP 47 tag, if the user knows
   * @param voices voice ids by role or name
   * @param speed factor on every voice's rate
   * @param read parts of files that are read though they are left out otherwise
   */
  record How(
      @Nullable String language,
      Map<String, String> voices,
      double speed,
      Set<DocumentPart> read) {}

  /** A page. */
  record Address(String name) implements ReadSource {
    @Override
    public ReadingRequest request(How how) {
      return new ReadingRequest(name, null, null, how.language(), how.voices(), how.speed());
    }
  }

  /** A file: a book, a paper, a mail, a text. */
  record TextFile(String name, Path path) implements ReadSource {
    @Override
    public ReadingRequest request(How how) throws IOException {
      try {
        return FileDocument.request(path, how);
      } catch (NoSuchFileException e) {
        throw missing(name, e);
      }
    }
  }

  /** What comes through a pipe. */
  record StandardInput() implements ReadSource {
    @Override
    public String name() {
      return "-";
    }

    @Override
    public ReadingRequest request(How how) throws IOException {
      return of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8), how);
    }
  }

  /** An address, {@code -}, or else a file. */
  static ReadSource of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return new Address(word);
    }
    if (word.equals("-")) {
      return new StandardInput();
    }
    try {
      return new TextFile(word, Path.of(word));
    } catch (InvalidPathException e) {
      throw missing(word, e);
    }
  }

  private static CommandException missing(String name, @Nullable Exception cause) {
    String hint =
        TypedAddress.isOne(name)
            ? " If it is the address of a page, write it with https:// in front."
            : "";
    return new CommandException("command.no-file", "There is no file " + name + "." + hint, cause);
  }

  private static ReadingRequest of(String content, How how) {
    if (SsmlDocument.isOne(content)) {
      return ReadingRequest.ofSsml(content, how.voices(), how.speed());
    }
    boolean html = content.stripLeading().startsWith("<") && content.contains("</");
    return html
        ? new ReadingRequest(null, content, null, how.language(), how.voices(), how.speed())
        : new ReadingRequest(null, null, content, how.language(), how.voices(), how.speed());
  }
}
