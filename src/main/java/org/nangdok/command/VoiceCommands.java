package org.nangdok.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.audio.Loudness;
import org.nangdok.reading.ReadingException;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.Acceptance;
import org.nangdok.voice.pack.FileSource;
import org.nangdok.voice.pack.LicenceText;
import org.nangdok.voice.pack.PackOffer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done with voices; without a further word they are listed. */
@Command(
    name = "voices",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, installs, removes and tries voices.")
final class VoiceCommands implements Callable<Integer> {

  private final ReadingRooms rooms;

  @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

  @Spec private CommandSpec spec = CommandSpec.create();

  private VoiceCommands(ReadingRooms rooms) {
    this.rooms = rooms;
  }

  /** Asks the person at the keyboard. */
  interface Question {

    /** The answer, or null if nobody is there. */
    @Nullable String ask(String question);
  }

  /** The command with its own commands. */
  static CommandLine of(ReadingRooms rooms) {
    return of(
        rooms,
        question -> {
          Console console = System.console();
          return console == null ? null : console.readLine(question);
        });
  }

  static CommandLine of(ReadingRooms rooms, Question question) {
    return new CommandLine(new VoiceCommands(rooms))
        .addSubcommand(new VoicesCommand(rooms))
        .addSubcommand(new ShowPackCommand(rooms))
        .addSubcommand(new Install(rooms, question))
        .addSubcommand(new Remove(rooms))
        .addSubcommand(new Try(rooms))
        .addSubcommand(new RecordVoices(rooms));
  }

  @Override
  public Integer call() {
    var list = new CommandLine(new VoicesCommand(rooms));
    list.setOut(spec.commandLine().getOut());
    return folders.voices == null
        ? list.execute("--data", folders.data.toString())
        : list.execute("--data", folders.data.toString(), "--voices", folders.voices.toString());
  }

  /** Installs a pack. */
  @Command(
      name = "install",
      mixinStandardHelpOptions = true,
      description = "Downloads a pack of voices, checks it and makes it usable.")
  static final class Install implements Callable<Integer> {

    private final ReadingRooms rooms;
    private final Question question;

    @Parameters(paramLabel = "NAME", description = "The pack: nangdok voices list names them.")
    private String name = "";

    @Option(names = "--accept-licence", description = "Accept the pack's licence unasked.")
    private boolean accepted;

    @Option(
        names = "--from",
        paramLabel = "FOLDER-or-ARCHIVE",
        description =
            "Take the files from a folder, wheel, tarball or ZIP file of this machine; may be"
                + " repeated. What isn't there is downloaded.")
    private List<Path> from = List.of();

    @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

    @Spec private CommandSpec spec = CommandSpec.create();

    Install(ReadingRooms rooms, Question question) {
      this.rooms = rooms;
      this.question = question;
    }

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      try (var open = rooms.open(folders.data, folders.voices)) {
        PackOffer offer = open.packs().offer(name);
        out.printf(
            "%s, %d MB, from %s%nLicence: %s. %s%n",
            offer.title(),
            offer.about() / 1_000_000,
            from.isEmpty() ? offer.source() : from.getFirst(),
            offer.licence(),
            offer.terms());
        out.flush();
        FileSource source = open.packs().sources(from);
        var bar = new ProgressBar(err, System.console() != null, offer.title());
        open.packs()
            .install(
                name,
                accepted || !offer.asks()
                    ? Acceptance.UNSEEN
                    : asked(open.packs().licence(name, source), out),
                source,
                (file, done, all) -> bar.at(done, all));
        bar.clear();
        open.useInstalled();
        List<Voice> gained =
            open.catalogue().stream()
                .filter(voice -> voice.engine().equals(offer.engine()))
                .filter(
                    voice -> offer.speakers().isEmpty() || voice.source().equals(offer.source()))
                .toList();
        out.printf("Installed. Voices: %d%n", gained.size());
        gained.forEach(voice -> out.println("  " + voice.id()));
        out.flush();
        return 0;
      }
    }

    /** Shows the whole text before the question. */
    private Acceptance asked(Optional<LicenceText> licence, PrintWriter out) {
      licence.ifPresent(shown -> out.printf("%n%s%n", shown.text().strip()));
      out.flush();
      String answer = question.ask("Do you accept the licence? (yes/no) ");
      if (answer == null) {
        out.println("Nobody is here to answer; --accept-licence answers before.");
        out.flush();
      }
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y")
          ? licence.map(Acceptance::of).orElse(Acceptance.UNSEEN)
          : Acceptance.NONE;
    }
  }

  /** Removes a pack. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes an installed pack. Clips that it has spoken stay.")
  static final class Remove implements Callable<Integer> {

    private final ReadingRooms rooms;

    @Parameters(paramLabel = "NAME", description = "The pack.")
    private String name = "";

    @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

    @Spec private CommandSpec spec = CommandSpec.create();

    Remove(ReadingRooms rooms) {
      this.rooms = rooms;
    }

    @Override
    public Integer call() {
      try (var open = rooms.open(folders.data, folders.voices)) {
        open.packs().remove(name);
        spec.commandLine().getOut().println("Removed " + name + ".");
        spec.commandLine().getOut().flush();
        return 0;
      }
    }
  }

  /** Tries a voice. */
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Has a voice say a sentence; tells its speed and its level.")
  static final class Try implements Callable<Integer> {

    private final ReadingRooms rooms;

    @Parameters(paramLabel = "VOICE", description = "The voice: nangdok voices list names them.")
    private String name = "";

    @Option(names = "--text", description = "What it shall say.")
    private @Nullable String text;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "An MP3 file to keep it in.")
    private @Nullable Path output;

    @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

    @Spec private CommandSpec spec = CommandSpec.create();

    Try(ReadingRooms rooms) {
      this.rooms = rooms;
    }

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      try (var open = rooms.open(folders.data, folders.voices)) {
        open.startEngines();
        Voice voice =
            open.catalogue().stream()
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new ReadingException(
                            "voice.unknown",
                            "There is no voice " + name + "; nangdok voices list names them."));
        open.speak(voice, text); // what is loaded at first use isn't the voice's speed
        long start = System.nanoTime();
        Speech speech = open.speak(voice, text);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (speech.millis() == 0) {
          throw new ReadingException("speech.nothing-to-say", "There is nothing to say in this.");
        }
        out.printf(
            Locale.ROOT,
            "%s: %.1f s of sound in %.2f s (%.2f of real time), %d words %s, %.1f LUFS%n",
            voice.id(),
            speech.millis() / 1000.0,
            seconds,
            seconds * 1000 / speech.millis(),
            speech.marks().size(),
            speech.exact() ? "timed" : "estimated",
            Loudness.integrated(speech));
        if (output != null) {
          Files.write(output, ClipEncoder.encode(speech, voice.gain()).mp3());
        }
        out.flush();
        return 0;
      } catch (SpeechException e) {
        throw new ReadingException("speech.failed", "The voice can't say this: " + e.getMessage());
      }
    }
  }
}
