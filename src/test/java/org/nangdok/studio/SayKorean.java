package org.nangdok.studio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.speech.espeak.KoreanSound;
import org.nangdok.speech.espeak.Phrase;
import org.nangdok.speech.espeak.Prosody;
import org.nangdok.speech.mbrola.MbrolaEngine;
import org.nangdok.speech.recorded.RecordedEngine;

/** Speaks every line of a file by several voices, for {@code ../shared/voice/hear}. */
final class SayKorean {

  private static final Path MBROLA = Path.of("/usr/bin/mbrola");
  private static final Path HN1 = Path.of("/usr/share/mbrola/hn1/hn1");

  private SayKorean() {}

  /**
   * @param arguments a folder laid over {@code voices/}, a file of sentences, a folder for
   *     VOICE-NN.wav, and voices: people of the recordings or hn1
   */
  public static void main(String[] arguments) throws IOException {
    VoicesFolder voices = VoicesFolder.over(Path.of(arguments[0]));
    List<String> sentences =
        Files.readAllLines(Path.of(arguments[1])).stream().filter(s -> !s.isBlank()).toList();
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    var language = new KoreanLanguage(VoicesFolder.shipped());
    long start = System.nanoTime();
    RecordedEngine recorded = RecordedEngine.open(voices);
    System.out.printf("ready after %.0f ms%n", (System.nanoTime() - start) / 1e6);
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    for (String name : List.of(arguments).subList(3, arguments.length)) {
      double seconds = 0;
      long before = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < sentences.size(); i++) {
        List<Phrase> plan = Prosody.plan(language.read(sentences.get(i)));
        KoreanSound sound =
            name.equals(MbrolaEngine.VOICE)
                ? MbrolaEngine.open(MBROLA, HN1, folder.resolve("mbrola")).speak(plan, 1, 0)
                : recorded.speak(plan, name, 1, 0);
        seconds += (double) sound.samples().length / sound.sampleRate();
        write(sound, folder.resolve("%s-%02d.wav".formatted(name, i)));
      }
      double cpu = (threads.getCurrentThreadCpuTime() - before) / 1e9;
      System.out.printf("%s: %.1f s, %.4f CPU-s a second%n", name, seconds, cpu / seconds);
    }
  }

  static void write(KoreanSound sound, Path file) throws IOException {
    var bytes = ByteBuffer.allocate(2 * sound.samples().length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(sound.samples());
    var format = new AudioFormat(sound.sampleRate(), 16, 1, true, false);
    try (var stream =
        new AudioInputStream(
            new ByteArrayInputStream(bytes.array()), format, sound.samples().length)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
