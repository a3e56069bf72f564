package org.nangdok.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what the user names into single articles: folders into their files, lists into lines. */
final class ReadSources {

  private static final Set<String> TEXTS =
      Set.of(
          "txt",
          "text",
          "md",
          "markdown",
          "html",
          "htm",
          "xhtml",
          "ssml",
          "epub",
          "pdf",
          "docx",
          "pptx",
          "odt",
          "rtf",
          "eml",
          "mht",
          "mhtml",
          "srt",
          "vtt",
          "rss",
          "atom");
  private static final int DEEPEST = 20;

  private ReadSources() {}

  /**
   * All articles in the order in which they are named, each once; a folder's by their paths.
   *
   * @param words files, folders, addresses, {@code -}
   * @param lists files with one of these a line; {@code -} for standard input
   * @throws CommandException if a list or folder has nothing to read
   */
  static List<ReadSource> of(List<String> words, List<String> lists) throws IOException {
    List<String> all = new ArrayList<>(words);
    for (String list : lists) {
      List<String> lines = lines(list);
      if (lines.isEmpty()) {
        throw new CommandException(
            "command.nothing-to-read", "The list " + list + " names nothing: one article a line.");
      }
      all.addAll(lines);
    }
    List<ReadSource> sources = new ArrayList<>();
    for (String word : all) {
      ReadSource source = ReadSource.of(word);
      if (source instanceof ReadSource.TextFile file && Files.isDirectory(file.path())) {
        sources.addAll(folder(file));
      } else {
        sources.add(source);
      }
    }
    return sources.stream().distinct().toList();
  }

  private static List<String> lines(String list) throws IOException {
    try (var in =
        new BufferedReader(
            list.equals("-")
                ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(list)))) {
      return in.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (NoSuchFileException e) {
      throw new CommandException("command.no-file", "There is no list " + list + ".", e);
    } catch (MalformedInputException | java.io.UncheckedIOException e) {
      throw new CommandException("command.not-text", "The list " + list + " is not UTF-8 text.", e);
    }
  }

  private static List<ReadSource> folder(ReadSource.TextFile folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.path(), DEEPEST)) {
      List<ReadSource> texts =
          files
              .filter(Files::isRegularFile)
              .filter(file -> TEXTS.contains(extension(file)) && !isHidden(folder.path(), file))
              .sorted()
              .<ReadSource>map(file -> new ReadSource.TextFile(file.toString(), file))
              .toList();
      if (texts.isEmpty()) {
        throw new CommandException(
            "command.nothing-to-read",
            "The folder "
                + folder.name()
                + " has no articles: files that end with ."
                + String.join(", .", TEXTS.stream().sorted().toList())
                + ".");
      }
      return texts;
    }
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** A file's ending in lower case, without the dot; empty if it has none. */
  static String extension(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
