package org.nangdok.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.nangdok.audio.Loudness;
import org.nangdok.reading.ReadingException;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.voice.Voice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Has voices say the lines of a file, each into a WAV file of its own ({@code VOICE-NN.wav}), so
 * that people or a recogniser can judge them.
 */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = "Has voices say each line of a file, to be judged: FOLDER/VOICE-NN.wav.")
final class RecordVoices implements Callable<Integer> {

  private final ReadingRooms rooms;

  @Parameters(
      paramLabel = "VOICE",
      arity = "0..*",
      description = "The voices; all of the language if none is named.")
  private List<String> names = List.of();

  @Option(
      names = "--lines",
      required = true,
      paramLabel = "FILE",
      description = "What is said: a text file in UTF-8, one sentence a line.")
  private Path lines = Path.of("");

  @Option(
      names = "--into",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the files go; it is made if it isn't there.")
  private Path into = Path.of("");

  @Option(
      names = "--language",
      defaultValue = "ko",
      paramLabel = "TAG",
      description = "Whose voices, if none is named; ko if left out.")
  private String language = "ko";

  @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

  @Spec private CommandSpec spec = CommandSpec.create();

  RecordVoices(ReadingRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() throws IOException {
    List<String> sentences = sentences();
    Files.createDirectories(into);
    PrintWriter out = spec.commandLine().getOut();
    try (var open = rooms.open(folders.data, folders.voices)) {
      open.startEngines();
      for (Voice voice : voices(open.catalogue())) {
        out.println(record(open, voice, sentences));
        out.flush();
      }
      return 0;
    } catch (SpeechException e) {
      throw new ReadingException("speech.failed", "A voice can't say this: " + e.getMessage());
    }
  }

  private List<String> sentences() {
    try {
      return Files.readAllLines(lines).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new ReadingException(
          "file.unreadable", "The file " + lines + " can't be read; name a text file in UTF-8.");
    }
  }

  private List<Voice> voices(List<Voice> all) {
    for (String name : names) {
      if (all.stream().noneMatch(voice -> voice.id().equals(name))) {
        throw new ReadingException(
            "voice.unknown", "There is no voice " + name + "; nangdok voices list names them.");
      }
    }
    return all.stream()
        .filter(
            voice ->
                names.isEmpty()
                    ? voice.language().split("-", 2)[0].equals(language)
                    : names.contains(voice.id()))
        .toList();
  }

  private String record(ReadingRooms.Open open, Voice voice, List<String> sentences)
      throws IOException {
    double sound = 0;
    double work = 0;
    double loudness = 0;
    open.speak(voice, sentences.getFirst()); // what is loaded at first use isn't the voice's speed
    long processor = ProcessorTime.nanos();
    for (int i = 0; i < sentences.size(); i++) {
      long start = System.nanoTime();
      Speech speech = open.speak(voice, sentences.get(i));
      work += (System.nanoTime() - start) / 1e9;
      sound += speech.millis() / 1000.0;
      loudness += Loudness.integrated(speech) + voice.gain();
      write(speech, into.resolve(String.format(Locale.ROOT, "%s-%02d.wav", voice.id(), i)));
    }
    return String.format(
        Locale.ROOT,
        "%s\t%d sentences\t%.1f s\t%.3f of real time\t%.3f processor seconds a second\t%.1f LUFS",
        voice.id(),
        sentences.size(),
        sound,
        work / Math.max(.001, sound),
        (ProcessorTime.nanos() - processor) / 1e9 / Math.max(.001, sound),
        loudness / Math.max(1, sentences.size()));
  }

  private static void write(Speech speech, Path file) throws IOException {
    var bytes = new byte[2 * speech.samples().length];
    for (int i = 0; i < speech.samples().length; i++) {
      bytes[2 * i] = (byte) speech.samples()[i];
      bytes[2 * i + 1] = (byte) (speech.samples()[i] >> 8);
    }
    var format = new AudioFormat(speech.sampleRate(), 16, 1, true, false);
    try (var in =
        new AudioInputStream(
            new java.io.ByteArrayInputStream(bytes), format, speech.samples().length)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
