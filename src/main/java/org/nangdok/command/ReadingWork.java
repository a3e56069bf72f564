package org.nangdok.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.publish.Export;
import org.nangdok.publish.Exports;
import org.nangdok.publish.Transcript;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.DirectReading;
import org.nangdok.reading.JoinedAudio;
import org.nangdok.reading.PlannedSentence;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.reading.SentenceState;
import org.nangdok.reading.SoundWriter;
import org.nangdok.reading.Timeline;
import org.nangdok.reading.Transcripts;

/** Speaks one article into one file, and keeps count of what isn't heard. */
final class ReadingWork {

  /** Only exports name it; a file has no service. */
  private static final URI NO_SERVICE = URI.create("http://localhost:8080/");

  private final ReadingRooms.Open rooms;
  private final SoundWriter sounds;
  private final PrintWriter err;
  private final boolean watched;
  private final LeftOut leftOut = new LeftOut();
  private final List<ReadReport.Skipped> skipped = new ArrayList<>();
  private long millis;

  /**
   * @param watched whether a person sees how far it is
   */
  ReadingWork(ReadingRooms.Open rooms, SoundWriter sounds, PrintWriter err, boolean watched) {
    this.rooms = rooms;
    this.sounds = sounds;
    this.err = err;
    this.watched = watched;
  }

  /** What isn't heard. */
  LeftOut leftOut() {
    return leftOut;
  }

  /** Sentences that their voices couldn't speak. */
  List<ReadReport.Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** Length of the sound. */
  long millis() {
    return millis;
  }

  /** Writes a file, which is in its place only when it is whole. */
  void file(ReadingPlan plan, ClipMaker maker, Path target, String extension)
      throws IOException, InterruptedException {
    Path unfinished = Targets.parent(target).resolve(".nangdok-" + UUID.randomUUID() + ".part");
    unfinished.toFile().deleteOnExit(); // also when the user ends the program
    try {
      Reading reading = speak(plan, maker, null);
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        write(reading, extension, out);
      }
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Sends MP3 through a pipe while it is made, without tags; other kinds when all is spoken. */
  void pipe(ReadingPlan plan, ClipMaker maker, PrintStream out, String extension)
      throws IOException, InterruptedException {
    boolean streams = extension.equals("mp3");
    Reading reading = speak(plan, maker, streams ? out : null);
    if (!streams) {
      write(reading, extension, out);
    }
    out.flush();
    requireReader(out);
  }

  private void write(Reading reading, String extension, OutputStream out)
      throws IOException, InterruptedException {
    Transcript transcript = Transcripts.of(reading, NO_SERVICE);
    Optional<Export> export = Exports.byExtension(extension);
    if (export.isPresent()) {
      out.write(export.get().write(transcript).getBytes(StandardCharsets.UTF_8));
    } else {
      JoinedAudio audio = DirectReading.audio(reading, rooms.clips());
      sounds.write(extension, transcript, sounds.cover(), audio, out);
    }
  }

  private Reading speak(
      ReadingPlan plan, ClipMaker maker, @org.jspecify.annotations.Nullable PrintStream pipe)
      throws IOException, InterruptedException {
    leftOut.count(plan);
    int all = plan.sentences().size();
    try {
      return DirectReading.speak(
          plan,
          maker,
          (sentence, state, span) -> {
            settled(sentence, state, all, span);
            if (pipe != null && state instanceof SentenceState.Ready) {
              pipe.write(rooms.clips().bytes(sentence.key()).orElseThrow());
              pipe.write(Mp3Frames.silence(span.pauseFrames()));
              requireReader(pipe);
            }
          });
    } finally {
      if (watched) {
        err.print("\r\u001b[K");
        err.flush();
      }
    }
  }

  private void settled(PlannedSentence sentence, SentenceState state, int all, Timeline.Span span) {
    millis = span.end();
    if (state instanceof SentenceState.Skipped left) {
      leftOut.count(left);
      skipped.add(
          new ReadReport.Skipped(sentence.line(), sentence.text(), left.code(), left.sentence()));
    }
    if (watched) {
      err.printf("\r%d of %d sentences, %s ", sentence.index() + 1, all, clock(millis));
      err.flush();
    }
  }

  private static void requireReader(PrintStream out) {
    if (out.checkError()) {
      throw new CommandException(
          "command.broken-pipe", "Nobody takes what is written to standard output any more.");
    }
  }

  static String clock(long millis) {
    return String.format("%d:%02d", millis / 60_000, millis / 1000 % 60);
  }
}
