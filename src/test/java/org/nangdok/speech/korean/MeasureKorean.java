package org.nangdok.speech.korean;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.audio.Loudness;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.mbrola.MbrolaEngine;
import org.nangdok.speech.recorded.RecordedEngine;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;

/**
 * Measures the Korean voices: loudness, pitch against target, lengths against plan, distances; and
 * draws target against heard pitch. {@code docs/korean-sound.md} says how to run it.
 */
final class MeasureKorean {

  private static final Path MBROLA = Path.of("/usr/bin/mbrola");
  private static final Path HN1 = Path.of("/usr/share/mbrola/hn1/hn1");
  private static final double HN1_HERTZ = 115;
  private static final double HN1_GAIN = 3.1;

  private MeasureKorean() {}

  /**
   * @param arguments a folder for sounds and drawings; a voices folder laid over the shipped one
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    long started = System.nanoTime();
    VoicesFolder voices =
        arguments.length > 1 ? VoicesFolder.over(Path.of(arguments[1])) : VoicesFolder.shipped();
    RecordedEngine engine = RecordedEngine.open(voices);
    out.printf("opened in %.0f ms%n", (System.nanoTime() - started) / 1e6);
    SampleNews.SENTENCES.forEach(SampleNews::plan);
    Map<String, Timbre> timbres = new LinkedHashMap<>();
    out.println(
        "voice  LUFS  clips  active dB  peak dB  F0 RMSE st  bias st  final %  other %  syl/s  RTF  own");
    for (String voice : engine.speakers()) {
      measure(
          voice,
          engine.hertz(voice),
          gain(voice),
          plan -> engine.speak(plan, voice, 1, 0),
          folder,
          timbres,
          out);
    }
    if (MbrolaEngine.isPresent(MBROLA, HN1)) {
      MbrolaEngine mbrola = MbrolaEngine.open(MBROLA, HN1, folder.resolve("mbrola"));
      measure("hn1", HN1_HERTZ, HN1_GAIN, plan -> mbrola.speak(plan, 1, 0), folder, timbres, out);
    }
    out.println("distances");
    for (var one : timbres.entrySet()) {
      out.print(one.getKey());
      for (Timbre other : timbres.values()) {
        out.printf(" %.2f", one.getValue().distance(other));
      }
      out.println();
    }
  }

  private static void measure(
      String voice,
      double reference,
      double gain,
      Function<List<Phrase>, KoreanSound> speaking,
      Path folder,
      Map<String, Timbre> timbres,
      PrintStream out)
      throws IOException {
    List<Melody> melodies = new ArrayList<>();
    List<short[]> sounds = new ArrayList<>();
    long nanos = 0;
    double seconds = 0;
    double spoken = 0;
    int syllables = 0;
    int samples = 0;
    int rate = 0;
    for (String sentence : SampleNews.SENTENCES) {
      List<Phrase> plan = SampleNews.plan(sentence);
      long before = System.nanoTime();
      KoreanSound sound = speaking.apply(plan);
      nanos += System.nanoTime() - before;
      rate = sound.sampleRate();
      seconds += sound.samples().length / (double) rate;
      spoken +=
          sound.samples().length / (double) rate
              - plan.stream().mapToInt(Phrase::pauseMillis).sum() / 1000.0;
      syllables += sound.syllables().size();
      samples += sound.samples().length;
      sounds.add(sound.samples());
      melodies.add(Melody.of(plan, sound, reference));
    }
    var all = new short[samples];
    int at = 0;
    for (short[] sound : sounds) {
      System.arraycopy(sound, 0, all, at, sound.length);
      at += sound.length;
    }
    timbres.put(voice, Timbre.of(sounds, rate));
    int half = sounds.size() / 2;
    double own =
        Timbre.of(sounds.subList(0, half), rate)
            .distance(Timbre.of(sounds.subList(half, sounds.size()), rate));
    out.printf(
        "%s  %.1f  %.1f  %.1f  %.1f  %.2f  %+.2f  %+.1f  %+.1f  %.2f  %.3f  %.2f%n",
        voice,
        Loudness.integrated(floats(all), rate),
        heard(all, rate, gain),
        Sound.activeLevel(all, rate),
        20 * Math.log10(Sound.peak(all) / 32768.0),
        Melody.semitones(melodies),
        Melody.bias(melodies),
        100 * Melody.lengthening(melodies, true),
        100 * Melody.lengthening(melodies, false),
        syllables / spoken,
        nanos / 1e9 / seconds,
        own);
    write(all, rate, folder.resolve(voice + ".wav"));
    draw(melodies.get(1), folder.resolve(voice + ".png"));
  }

  /** Loudness as listeners have it: after gain, limiter and MP3. */
  private static double heard(short[] samples, int rate, double gain) {
    var speech = new Speech(samples, rate, List.of(), true);
    return Loudness.integrated(
        Mp3Decoding.decode(ClipEncoder.encode(speech, gain).mp3()), Mp3Frames.SAMPLE_RATE);
  }

  private static double gain(String speaker) {
    return Catalogue.read(VoicesFolder.shipped()).voices().stream()
        .filter(voice -> voice.engineVoice().equals(speaker))
        .mapToDouble(Voice::gain)
        .findFirst()
        .orElse(0);
  }

  private static float[] floats(short[] samples) {
    var floats = new float[samples.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = samples[i] / 32768f;
    }
    return floats;
  }

  private static void write(short[] samples, int rate, Path file) throws IOException {
    var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    var format = new AudioFormat(rate, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length),
        AudioFileFormat.Type.WAVE,
        file.toFile());
  }

  /** Target in grey, heard in blue; semitones up, seconds to the right. */
  private static void draw(Melody melody, Path file) throws IOException {
    var image = new BufferedImage(1200, 400, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1200, 400);
    graphics.setStroke(new BasicStroke(2));
    double last = melody.notes().getLast().seconds();
    double base = melody.notes().getFirst().target();
    for (int i = 0; i < melody.notes().size(); i++) {
      Melody.Note note = melody.notes().get(i);
      int x = (int) (20 + 1160 * note.seconds() / last);
      graphics.setColor(Color.LIGHT_GRAY);
      graphics.fillRect(x - 12, y(note.target(), base) - 4, 24, 8);
      graphics.setColor(Color.BLUE);
      graphics.fillOval(x - 4, y(note.heard(), base) - 4, 8, 8);
    }
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private static int y(double hertz, double base) {
    return (int) (180 - 25 * 12 * Math.log(hertz / base) / Math.log(2));
  }
}
