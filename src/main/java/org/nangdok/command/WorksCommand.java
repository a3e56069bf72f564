package org.nangdok.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands long works to the running service, looks after them, and takes them away as books. */
@Command(
    name = "works",
    mixinStandardHelpOptions = true,
    description = "Long works in chapters, made by the running service.")
final class WorksCommand implements Runnable {

  private static final Pattern TEXT = Pattern.compile("(?i)[^.]+|.*\\.(?:txt|text|md|markdown)");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");

  /** Endings of files and what the service makes for them. */
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put(".epub", "book.epub");
    FILES.put(".m4b", "audiobook.m4b");
    FILES.put(".daisy.zip", "daisy.zip");
    FILES.put(".audiobookshelf.zip", "audiobookshelf.zip");
    FILES.put(".zip", "chapters.zip");
  }

  @Mixin private ServiceOptions where = new ServiceOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a command: add, list, pause, resume, save or remove.");
  }

  @Command(
      name = "add",
      description =
          "Has a book or another long file read in chapters, as long as it is; prints the work's id.")
  int add(
      @Parameters(
              paramLabel = "FILE",
              description = "EPUB, PDF, DOCX, text and all that read takes.")
          Path file,
      @Option(names = "--title", description = "Its title, if it isn't the file's own.")
          @Nullable String title,
      @Option(names = "--author", description = "Who wrote it.") @Nullable String author)
      throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new ReadingException("command.no-file", "There is no file " + file + ".");
    }
    String text = text(file);
    RunningService.Taker print = in -> print(JsonMapper.shared().readTree(in));
    if (text == null) {
      service().workOf(file, query(title, author), print);
      return 0;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", title);
    body.put("author", author);
    body.put("text", text);
    service().works("POST", "/api/works", JsonMapper.shared().writeValueAsString(body), 202, print);
    return 0;
  }

  private static String query(@Nullable String title, @Nullable String author) {
    String query =
        Stream.of(new String[] {"title", title}, new String[] {"author", author})
            .filter(one -> one[1] != null)
            .map(one -> one[0] + "=" + URLEncoder.encode(one[1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  /** What is text in UTF-8 by its name and its bytes, every line of which is read; else null. */
  private static @Nullable String text(Path file) throws IOException {
    if (!TEXT.matcher(file.getFileName().toString()).matches()) {
      return null;
    }
    try {
      String text = Files.readString(file);
      return text.indexOf('\0') < 0 ? text : null;
    } catch (MalformedInputException e) {
      return null; // another charset, or no text: the service tells
    }
  }

  @Command(name = "list", description = "Lists works, newest first: id, state, chapters, title.")
  int list() throws IOException, InterruptedException {
    service()
        .works(
            "GET",
            "/api/works",
            null,
            200,
            in -> JsonMapper.shared().readTree(in).path("works").forEach(this::print));
    return 0;
  }

  @Command(name = "pause", description = "Lets nothing more of a work be made.")
  int pause(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
    return change(id, "pause");
  }

  @Command(name = "resume", description = "Lets a work be made again.")
  int resume(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
    return change(id, "resume");
  }

  private int change(String id, String how) throws IOException, InterruptedException {
    String path = "/api/works/" + known(id) + "/" + how;
    service().works("POST", path, null, 200, in -> print(JsonMapper.shared().readTree(in)));
    return 0;
  }

  @Command(name = "remove", description = "Forgets a work with its text and sound.")
  int remove(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
    service().works("DELETE", "/api/works/" + known(id), null, 204, in -> {});
    return 0;
  }

  @Command(
      name = "save",
      description =
          "Writes a complete work, or a complete reading, into a file: .epub, .m4b, .zip (one MP3"
              + " a chapter), .daisy.zip or .audiobookshelf.zip.")
  int save(
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = {"-o", "--output"},
              required = true,
              paramLabel = "FILE")
          Path file,
      @Option(names = "--reading", description = "The id is a reading's.") boolean reading)
      throws IOException, InterruptedException {
    String name = file.getFileName().toString();
    String kind =
        FILES.entrySet().stream()
            .filter(one -> name.endsWith(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "The file's name ends in " + String.join(", ", FILES.keySet()) + "."));
    Path part = file.resolveSibling("." + name + ".part");
    try {
      service()
          .works(
              "GET",
              (reading ? "/api/readings/" : "/api/works/") + known(id) + "/" + kind,
              null,
              200,
              in -> Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return 0;
  }

  private String known(String id) {
    if (!ID.matcher(id).matches()) {
      throw new ParameterException(
          spec.commandLine(), "Not an id; `nangdok works list` shows them: " + id);
    }
    return id;
  }

  private RunningService service() {
    return new RunningService(where.data(), where.service());
  }

  private void print(JsonNode work) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s  %s  %d/%d  %s%n",
        work.path("id").asString(),
        work.path("state").asString(),
        work.at("/progress/done").asInt(),
        work.at("/progress/total").asInt(),
        work.path("title").asString().replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ").strip());
    out.flush();
  }
}
