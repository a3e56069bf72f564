package org.nangdok.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.problem.ProblemException;
import org.nangdok.publish.DownloadName;
import org.nangdok.reading.PlannedSentence;
import org.nangdok.reading.PlannedTurn;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.reading.SentenceState;
import org.nangdok.reading.TypedAddress;
import org.nangdok.ssml.SsmlDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads one article into a file. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads an article aloud into an MP3 file.")
final class ReadCommand implements Callable<Integer> {

  private final ReadingRooms rooms;

  @Parameters(
      index = "0",
      paramLabel = "FILE-or-URL",
      description = "A text, HTML or SSML file, - for standard input, or the address of a page.")
  private String source = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The MP3 file (default: named after the title); - for standard output.")
  private @Nullable Path output;

  @Option(names = "--script", description = "Print who says what, and make no audio.")
  private boolean script;

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
      names = "--speed",
      defaultValue = "1",
      description = "0.5 to 2 (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress line.")
  private boolean quiet;

  @Option(
      names = "--fetch",
      negatable = true,
      defaultValue = "${env:NANGDOK_NATURAL_FETCH:-true}",
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
    ReadingRequest request = request();
    try (var open = rooms.open(folders.data, folders.voices)) {
      if (fetch && !script) {
        boolean terminal = !quiet && System.console() != null;
        new NaturalFetch(open.packs(), spec.commandLine().getErr(), terminal).run();
      }
      open.startEngines();
      ReadingPlan plan = open.planner().plan(request);
      if (script) {
        PrintWriter out = spec.commandLine().getOut();
        print(plan, out);
        if (explain) {
          ScriptTrace.print(open.planner().script(open.planner().article(request), request), out);
        }
        return 0;
      }
      return speak(plan, open);
    }
  }

  private ReadingRequest request() throws IOException {
    String lower = source.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return new ReadingRequest(source, null, null, language, voices, speed);
    }
    String content;
    try {
      content =
          source.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(source));
    } catch (NoSuchFileException e) {
      String hint =
          TypedAddress.isOne(source)
              ? " If it is the address of a page, write it with https:// in front."
              : "";
      throw refused("command.no-file", "There is no file " + source + "." + hint);
    } catch (MalformedInputException e) {
      throw refused("command.not-text", "The file " + source + " is not UTF-8 text.");
    }
    if (SsmlDocument.isOne(content)) {
      return ReadingRequest.ofSsml(content, voices, speed);
    }
    boolean html = content.stripLeading().startsWith("<") && content.contains("</");
    return html
        ? new ReadingRequest(null, content, null, language, voices, speed)
        : new ReadingRequest(null, null, content, language, voices, speed);
  }

  private int speak(ReadingPlan plan, ReadingRooms.Open open)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    List<PlannedSentence> sentences = plan.sentences();
    Path target = output != null ? output : Path.of(DownloadName.of(plan.title(), "mp3"));
    boolean toStandardOutput = target.toString().equals("-");
    int skipped = 0;
    long millis = 0;
    Path unfinished =
        toStandardOutput ? null : folder(target).resolve(".nangdok-" + UUID.randomUUID() + ".part");
    try (var maker = open.maker();
        OutputStream out =
            unfinished == null
                ? new BufferedOutputStream(System.out)
                : new BufferedOutputStream(Files.newOutputStream(unfinished))) {
      for (PlannedSentence sentence : sentences) {
        SentenceState state = maker.make(sentence);
        if (state instanceof SentenceState.Ready ready) {
          byte[] clip = open.clips().bytes(sentence.key()).orElseThrow();
          int pause = (int) sentence.utterance().pauseAfter().toMillis();
          int frames = Clip.pauseFrames(ready.clip().millis(), ready.clip().soundEnd(), pause);
          out.write(clip);
          out.write(Mp3Frames.silence(frames));
          millis += ready.clip().millis() + (long) frames * Mp3Frames.MILLIS;
        } else if (state instanceof SentenceState.Skipped left) {
          skipped++;
          err.println("\rnangdok: left out: " + sentence.text() + " (" + left.sentence() + ")");
        }
        progress(err, sentence.index() + 1, sentences.size(), millis);
      }
      if (millis == 0) {
        throw refused("reading.failed", "Nothing in this text could be spoken.");
      }
      out.flush();
    } catch (IOException | RuntimeException | InterruptedException e) {
      if (unfinished != null) {
        Files.deleteIfExists(unfinished);
      }
      throw e;
    }
    if (unfinished != null) {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      if (!quiet) {
        err.printf("%s  %s, %s%n", target, clock(millis), leftOut(plan, skipped));
      }
    }
    err.flush();
    return 0;
  }

  /** The numbers that the script shows line by line. */
  private static String leftOut(ReadingPlan plan, int skipped) {
    String numbers =
        String.format(
            "left out: lines %d, signs %d", plan.dropped().size(), plan.unspoken().size());
    return skipped == 0 ? numbers : numbers + ", sentences " + skipped;
  }

  private static Path folder(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    return parent == null ? Path.of(".") : parent;
  }

  private void progress(PrintWriter err, int done, int all, long millis) {
    if (!quiet) {
      err.printf("\r%d of %d sentences, %s ", done, all, clock(millis));
      if (done == all) {
        err.print("\r\u001b[K");
      }
      err.flush();
    }
  }

  private static String clock(long millis) {
    return String.format("%d:%02d", millis / 60_000, millis / 1000 % 60);
  }

  private static void print(ReadingPlan plan, PrintWriter out) {
    for (PlannedTurn turn : plan.turns()) {
      String who = turn.name() == null ? turn.person() : turn.name();
      String title = turn.title() == null ? "" : ", " + turn.title();
      out.printf("[%s] %s%s (%s)%n", turn.speaker().code(), who, title, turn.voice().id());
      turn.sentences().forEach(sentence -> out.println("  " + sentence.text()));
    }
    plan.dropped()
        .forEach(line -> out.printf("- %d %s: %s%n", line.line(), line.reason(), line.text()));
    plan.unspoken()
        .forEach(part -> out.printf("~ %d %s: %s%n", part.line(), part.reason(), part.text()));
    out.println(leftOut(plan, 0));
    plan.warnings().forEach(warning -> out.println("! " + warning));
    out.flush();
  }

  private static ProblemException refused(String code, String sentence) {
    return new ReadingException(code, sentence);
  }
}
