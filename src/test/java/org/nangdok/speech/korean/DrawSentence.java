package org.nangdok.speech.korean;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.recorded.RecordedEngine;

/**
 * Draws one sentence: its waveform, its spectrogram, and its melody as planned (grey) and as heard
 * (blue). {@code docs/korean-sound.md} shows the picture and names the command.
 */
final class DrawSentence {

  private static final int WIDTH = 1200;
  private static final int WAVE = 120;
  private static final int SPECTRUM = 256;
  private static final int MELODY = 180;
  private static final int WINDOW = 512;
  private static final int GAP = 12;
  private static final String PERSON = "hanbyeol";

  private final short[] samples;
  private final int rate;
  private final Graphics2D graphics;

  private DrawSentence(KoreanSound sound, Graphics2D graphics) {
    this.samples = sound.samples();
    this.rate = sound.sampleRate();
    this.graphics = graphics;
  }

  /**
   * @param arguments the picture's file (PNG)
   */
  public static void main(String[] arguments) throws IOException {
    RecordedEngine engine = RecordedEngine.open(VoicesFolder.shipped());
    List<Phrase> plan = SampleNews.plan(SampleNews.SENTENCES.getFirst());
    KoreanSound sound = engine.speak(plan, PERSON, 1, 0);
    int height = WAVE + SPECTRUM + MELODY + 2 * GAP;
    var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, height);
    var drawing = new DrawSentence(sound, graphics);
    drawing.wave();
    drawing.spectrum(image);
    drawing.melody(Melody.of(plan, sound, engine.hertz(PERSON)), engine.hertz(PERSON));
    graphics.dispose();
    ImageIO.write(image, "png", Path.of(arguments[0]).toFile());
  }

  private void wave() {
    graphics.setColor(new Color(40, 60, 120));
    for (int x = 0; x < WIDTH; x++) {
      int low = 0;
      int high = 0;
      int to = (int) ((long) (x + 1) * samples.length / WIDTH);
      for (int i = (int) ((long) x * samples.length / WIDTH); i < to; i++) {
        low = Math.min(low, samples[i]);
        high = Math.max(high, samples[i]);
      }
      int middle = WAVE / 2;
      graphics.drawLine(x, middle - high * middle / 32_768, x, middle - low * middle / 32_768);
    }
  }

  /** Up to 8 kHz, 60 dB from white to black. */
  private void spectrum(BufferedImage image) {
    var cosines = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / WINDOW);
    }
    int bins = 8000 * WINDOW / rate;
    for (int x = 0; x < WIDTH; x++) {
      int from = (int) ((long) x * samples.length / WIDTH) - WINDOW / 4;
      for (int k = 0; k < bins; k++) {
        double real = 0;
        double imaginary = 0;
        // A short window shows the formants rather than the harmonics.
        for (int i = 0; i < WINDOW / 2; i++) {
          int at = from + i;
          if (at < 0 || at >= samples.length) {
            continue;
          }
          double value = samples[at] / 32_768.0 * (.5 - .5 * cosines[2 * i]);
          real += value * cosines[k * i % WINDOW];
          imaginary += value * cosines[(k * i + WINDOW / 4) % WINDOW];
        }
        double decibels = 10 * Math.log10(real * real + imaginary * imaginary + 1e-9);
        int grey = (int) Math.clamp(255 * (1 - (decibels + 40) / 60), 0, 255);
        int top = WAVE + GAP + SPECTRUM - (k + 1) * SPECTRUM / bins;
        int bottom = WAVE + GAP + SPECTRUM - k * SPECTRUM / bins;
        for (int y = top; y < bottom; y++) {
          image.setRGB(x, y, new Color(grey, grey, grey).getRGB());
        }
      }
    }
  }

  private void melody(Melody melody, double own) {
    graphics.setStroke(new BasicStroke(2));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    double seconds = samples.length / (double) rate;
    for (int semitones = -6; semitones <= 6; semitones += 3) {
      double hertz = own * Math.pow(2, semitones / 12.0);
      graphics.setColor(new Color(225, 225, 225));
      graphics.drawLine(0, y(hertz, own), WIDTH, y(hertz, own));
      graphics.setColor(Color.DARK_GRAY);
      graphics.drawString(Math.round(hertz) + " Hz", 2, y(hertz, own) - 2);
    }
    for (Melody.Note note : melody.notes()) {
      int x = (int) (WIDTH * note.seconds() / seconds);
      graphics.setColor(Color.LIGHT_GRAY);
      graphics.fillRect(x - 12, y(note.target(), own) - 4, 24, 8);
      graphics.setColor(Color.BLUE);
      graphics.fillOval(x - 4, y(note.heard(), own) - 4, 8, 8);
    }
  }

  private static int y(double hertz, double own) {
    int middle = WAVE + SPECTRUM + 2 * GAP + MELODY / 2;
    return (int) (middle - 11 * 12 * Math.log(hertz / own) / Math.log(2));
  }
}
