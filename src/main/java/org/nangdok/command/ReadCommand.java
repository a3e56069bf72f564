package org.nangdok.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.publish.Exports;
import org.nangdok.reading.SoundWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads articles into files. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads articles aloud into files: sound with tags and chapters, or transcripts.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  nangdok read article.txt -o article.m4a",
      "  nangdok read paper.pdf --read note",
      "  nangdok read https://news.example/story --script",
      "  nangdok read texts/ --folder out --name '{number} {title}' --format opus",
      "  curl -s https://news.example/story | nangdok read - -o - | mpv -"
    })
final class ReadCommand implements Callable<Integer> {

  private final ReadingRooms rooms;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE-or-URL",
      description =
          "Books, papers, mails and texts (EPUB, PDF, DOCX, ODT, HTML, EML, SSML and others), folders"
              + " of them, addresses of pages, - for standard input.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "A file with one of these a line; - for standard input; may be repeated.")
  private List<String> lists = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "The file, whose ending says what it becomes (default: named after the title); - for"
              + " standard output.")
  private @Nullable Path output;

  @Option(
      names = {"-d", "--folder"},
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "Where files without a name of their own go (default: here).")
  private Path folder = Path.of(".");

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      defaultValue = "{title}",
      description =
          "How they are named, of {title}, {date}, {site}, {language}, {number}, {source} (default:"
              + " ${DEFAULT-VALUE}).")
  private String pattern = "{title}";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "ENDING",
      description =
          "What they become: mp3, m4a, m4b, wav, flac, ogg, opus, or a transcript: vtt, srt, json,"
              + " txt, html, ttml, ssml, jsonld (default: mp3).")
  private @Nullable String format;

  @Option(names = "--force", description = "Generated names may replace files that are there.")
  private boolean force;

  @Option(names = "--script", description = "Print who says what, and make no audio.")
  private boolean script;

  @Option(names = "--json", description = "Print what became of each article as a line of JSON.")
  private boolean json;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "The text's language, such as ko or en-US, where it can't be told.")
  private @Nullable String language;

  @Option(
      names = "--explain",
      description = "With --script: print how the document was read and what found each label.")
  private boolean explain;

  @Option(
      names = "--voice",
      paramLabel = "WHO=VOICE",
      description = "A voice for a role or a name; may be repeated.")
  private Map<String, String> voices = new LinkedHashMap<>();

  @Option(
      names = "--read",
      paramLabel = "PART",
      split = ",",
      description =
          "Of files, parts that are read though they are left out otherwise, such as note or"
              + " page-number; --script names them.")
  private List<String> parts = new ArrayList<>();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "0.5 to 2 (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors.")
  private boolean quiet;

  @Option(
      names = "--fetch",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Fetch natural voices where there are none yet (default: on).")
  private boolean fetch;

  @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

  @Spec private CommandSpec spec = CommandSpec.create();

  ReadCommand(ReadingRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireSense();
    List<ReadSource> sources = ReadSources.of(words, lists);
    boolean pipes = isPipe();
    var sounds = new SoundWriter(Ffmpeg.find());
    String kind = kind(sounds);
    requireOne(sources, pipes);
    var targets = new Targets(folder, pattern, force, sources);
    Path named = output == null || pipes ? null : targets.named(output);
    if (output == null && !script) {
      targets.open();
    }
    try (var open = rooms.open(folders.data, folders.voices)) {
      boolean watched = !quiet && Terminal.watches();
      if (fetch && !script) {
        new NaturalFetch(open.packs(), spec.commandLine().getErr(), watched).run();
      }
      open.startEngines();
      var what =
          new ReadRound.What(
              new ReadSource.How(language, voices, speed, FileDocument.parts(parts)),
              script,
              explain,
              json,
              quiet,
              watched,
              pipes,
              named,
              kind);
      return new ReadRound(open, what, targets, sounds, spec.commandLine()).run(sources);
    }
  }

  private boolean isPipe() {
    return output != null && output.toString().equals("-");
  }

  private void requireSense() {
    if (words.isEmpty() && lists.isEmpty()) {
      throw wrong("Name what is to be read: a file, a folder, an address, or - for a pipe.");
    }
    if (isPipe() && json) {
      throw wrong("-o - and --json would both write to standard output; name a file with -o.");
    }
    if (explain && !script) {
      throw wrong("--explain belongs to --script.");
    }
    if (isPipe() && !script && Terminal.sees()) {
      throw wrong("Sound is nothing for a terminal: send it through a pipe or into a file.");
    }
    if (words.contains("-") && lists.contains("-")) {
      throw wrong("Standard input is an article or a list, not both.");
    }
  }

  private void requireOne(List<ReadSource> sources, boolean pipes) {
    if (sources.size() == 1) {
      sources.getFirst().requireThere();
    } else if (output != null) {
      throw wrong(
          pipes
              ? "Only one article goes to standard output."
              : "-o names one file, but there are "
                  + sources.size()
                  + " articles: name a folder with --folder.");
    }
  }

  /** The ending that says what is made. */
  private String kind(SoundWriter sounds) {
    String named = output == null || isPipe() ? "" : ReadSources.extension(output);
    String wished = format == null ? "" : format.toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
    if (!named.isEmpty() && !wished.isEmpty() && !named.equals(wished)) {
      throw wrong("-o says ." + named + " and --format says " + wished + "; leave one of them.");
    }
    String kind = Stream.of(wished, named).filter(one -> !one.isEmpty()).findFirst().orElse("mp3");
    if (!Exports.extensions().contains(kind)) {
      sounds.require(kind);
    }
    return kind;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
