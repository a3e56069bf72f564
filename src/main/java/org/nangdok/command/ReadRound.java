package org.nangdok.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.PlannedTurn;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.reading.SoundWriter;
import picocli.CommandLine;

/** One article after the other; one that can't be read doesn't stop the others. */
final class ReadRound {

  /**
   * What the user wants.
   *
   * @param script whether only who says what is printed
   * @param json whether each article becomes a line of JSON
   * @param watched whether a person sees progress
   * @param pipes whether the sound goes to standard output
   * @param named the file, if the user has named one
   * @param kind the ending that says what is made
   */
  record What(
      ReadSource.How how,
      boolean script,
      boolean explain,
      boolean json,
      boolean quiet,
      boolean watched,
      boolean pipes,
      @Nullable Path named,
      String kind) {}

  private static final Set<String> TOO_LONG = Set.of("document.too-long", "request.too-long");

  private final ReadingRooms.Open rooms;
  private final What what;
  private final Targets targets;
  private final SoundWriter sounds;
  private final PrintWriter out;
  private final PrintWriter err;
  private final LeftOut all = new LeftOut();
  private long millis;
  private int read;

  ReadRound(
      ReadingRooms.Open rooms, What what, Targets targets, SoundWriter sounds, CommandLine line) {
    this.rooms = rooms;
    this.what = what;
    this.targets = targets;
    this.sounds = sounds;
    this.out = line.getOut();
    this.err = line.getErr();
  }

  /** The exit code. */
  int run(List<ReadSource> sources) throws IOException, InterruptedException {
    int number = 0;
    try (ClipMaker maker = rooms.maker()) {
      for (ReadSource source : sources) {
        number++;
        try {
          read(source, maker, number);
          read++;
        } catch (ProblemException e) {
          if (sources.size() == 1 && !what.json()) {
            throw e;
          }
          failed(source, e);
        } catch (IOException e) {
          failed(source, Failures.problem(e));
        }
      }
    }
    if (sources.size() > 1 && !what.quiet()) {
      err.printf(
          "%d of %d articles, %s, %s%n",
          read, sources.size(), ReadingWork.clock(millis), all.summary());
      err.flush();
    }
    return read == sources.size() ? ExitCode.DONE : read == 0 ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  private void failed(ReadSource source, ProblemException problem) {
    err.println("nangdok: " + source.name() + ": " + Failures.text(problem));
    err.flush();
    if (what.json()) {
      out.println(ReadReport.line(source, problem));
      out.flush();
    }
  }

  private void read(ReadSource source, ClipMaker maker, int number)
      throws IOException, InterruptedException {
    if (source instanceof ReadSource.StandardInput && Terminal.types()) {
      err.println("nangdok: reading what you type; end it with Ctrl-D.");
      err.flush();
    }
    ReadingRequest request = requested(source);
    ReadingPlan plan = rooms.planner().plan(request);
    if (what.script()) {
      script(source, request, plan);
    } else {
      speak(source, plan, maker, number);
    }
  }

  /** What is longer than one reading is work for the service, which keeps what it has made. */
  private ReadingRequest requested(ReadSource source) throws IOException {
    try {
      return source.request(what.how());
    } catch (ProblemException e) {
      if (!TOO_LONG.contains(e.code())) {
        throw e;
      }
      boolean file = source instanceof ReadSource.TextFile;
      throw new CommandException(
          e.code(),
          "This is longer than the 200,000 characters of one reading. A running service reads it in"
              + " chapters: `nangdok works add "
              + (file ? source.name() : "FILE")
              + "`, and `nangdok works save ID -o book.m4b` takes it away.",
          e);
    }
  }

  private void script(ReadSource source, ReadingRequest request, ReadingPlan plan) {
    all.count(plan);
    if (what.json()) {
      out.println(ReadReport.line(source, plan, null, 0, List.of()));
    } else {
      print(plan);
      if (what.explain()) {
        ScriptTrace.print(rooms.planner().script(rooms.planner().article(request), request), out);
      }
    }
    out.flush();
  }

  private void speak(ReadSource source, ReadingPlan plan, ClipMaker maker, int number)
      throws IOException, InterruptedException {
    var work = new ReadingWork(rooms, sounds, err, what.watched());
    String file = "-";
    if (what.pipes()) {
      work.pipe(plan, maker, System.out, what.kind());
    } else {
      Path named = what.named();
      Path target = named == null ? targets.generated(source, plan, number, what.kind()) : named;
      work.file(plan, maker, target, what.kind());
      file = target.toString();
    }
    millis += work.millis();
    all.add(work.leftOut());
    for (ReadReport.Skipped left : work.skipped()) {
      err.println("nangdok: left out: " + left.text() + " (" + left.why() + ")");
    }
    if (what.json()) {
      out.println(ReadReport.line(source, plan, file, work.millis(), work.skipped()));
      out.flush();
    }
    if (!what.quiet()) {
      String clock = ReadingWork.clock(work.millis());
      err.printf("%s  %s, %s%n", file, clock, work.leftOut().summary());
      plan.warnings().forEach(warning -> err.println("! " + warning));
    }
    err.flush();
  }

  private void print(ReadingPlan plan) {
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
    var leftOut = new LeftOut();
    leftOut.count(plan);
    out.println(leftOut.summary());
    plan.warnings().forEach(warning -> out.println("! " + warning));
  }
}
