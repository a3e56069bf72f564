package org.nangdok.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.publish.DownloadName;
import org.nangdok.reading.ReadingPlan;

/**
 * Where the files go: never onto what is read, and never onto a file that the user hasn't named.
 */
final class Targets {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");
  private static final Set<String> PLACEHOLDERS =
      Set.of("title", "date", "site", "language", "number", "source");

  private final Path folder;
  private final String pattern;
  private final boolean force;
  private final List<ReadSource> sources;
  private final Set<Path> taken = new HashSet<>();

  /**
   * @param pattern the names of files, with placeholders in braces
   * @param force whether generated names may replace files
   * @param sources all that is read
   * @throws CommandException if the pattern has an unknown placeholder
   */
  Targets(Path folder, String pattern, boolean force, List<ReadSource> sources) {
    this.folder = folder;
    this.pattern = pattern;
    this.force = force;
    this.sources = sources;
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    while (matcher.find()) {
      if (!PLACEHOLDERS.contains(matcher.group(1))) {
        throw new CommandException(
            "command.bad-name",
            "The name pattern has {"
                + matcher.group(1)
                + "}; it takes {"
                + String.join("}, {", PLACEHOLDERS.stream().sorted().toList())
                + "}.");
      }
    }
  }

  /** Makes sure that a file can be written where the user says, before minutes are spent on it. */
  Path named(Path target) {
    if (Files.isDirectory(target)) {
      throw new CommandException(
          "command.is-folder", target + " is a folder; name it with --folder, or name a file.");
    }
    requireFolder(parent(target));
    for (ReadSource source : sources) {
      if (source instanceof ReadSource.TextFile file && isSame(file.path(), target)) {
        throw new CommandException(
            "command.onto-input",
            target + " is what is read; it stays as it is. Name another file with -o.");
      }
    }
    return target;
  }

  /** Makes the folder if it isn't there. */
  void open() throws IOException {
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectories(folder);
      } catch (java.nio.file.FileAlreadyExistsException e) {
        throw new CommandException("command.no-folder", folder + " is a file, not a folder.", e);
      }
    }
    requireFolder(folder);
  }

  /**
   * A free name of its own for an article.
   *
   * @param number counted from 1
   */
  Path generated(ReadSource source, ReadingPlan plan, int number, String extension) {
    String name = name(source, plan, number);
    for (int copy = 1; ; copy++) {
      String ending = copy == 1 ? "" : " (" + copy + ")";
      String bare = StringUtils.removeEnd(DownloadName.of(name, extension), "." + extension);
      Path target = folder.resolve(bare + ending + "." + extension);
      boolean input =
          sources.stream()
              .anyMatch(
                  one -> one instanceof ReadSource.TextFile file && isSame(file.path(), target));
      boolean free = !taken.contains(target) && !input;
      if (free && (force || !Files.exists(target))) {
        taken.add(target);
        return target;
      }
    }
  }

  private String name(ReadSource source, ReadingPlan plan, int number) {
    Map<String, String> values =
        Map.of(
            "title", plan.title(),
            "date", plan.published() == null ? "" : plan.published().toLocalDate().toString(),
            "site", text(plan.site()),
            "language", plan.language(),
            "number", String.format(Locale.ROOT, "%03d", number),
            "source", sourceName(source));
    String name =
        PLACEHOLDER
            .matcher(pattern)
            .replaceAll(one -> Matcher.quoteReplacement(values.getOrDefault(one.group(1), "")));
    return StringUtils.strip(name, " -_");
  }

  private static String sourceName(ReadSource source) {
    return switch (source) {
      case ReadSource.TextFile file ->
          StringUtils.removeEndIgnoreCase(
              String.valueOf(file.path().getFileName()), "." + ReadSources.extension(file.path()));
      case ReadSource.Address address -> address.name().replaceFirst("^https?://", "");
      case ReadSource.StandardInput input -> "stdin";
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandException("command.no-folder", "There is no folder " + folder + ".");
    }
    if (!Files.isWritable(folder)) {
      throw new CommandException(
          "command.no-access", "Nothing may be written into the folder " + folder + ".");
    }
  }

  static Path parent(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    return parent == null ? Path.of(".") : parent;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException | InvalidPathException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }
}
