package org.nangdok.publish;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The picture of a podcast that has none: its title on a colour that is its own, {@value #SIDE}
 * pixels square, RGB, as Apple asks (1400 to 3000). On a machine without a font that has the
 * title's characters the picture has no words.
 */
public final class PodcastArtwork {

  /** Width and height in pixels. */
  public static final int SIDE = 1400;

  private static final int MARGIN = 120;
  private static final int LARGEST = 190;
  private static final int SMALLEST = 70;
  private static final int MOST_LINES = 5;
  private static final int BARS = 9;

  private PodcastArtwork() {}

  /** The picture as a PNG; the same title gives the same picture on one machine. */
  public static byte[] png(String title) {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      paint(canvas, title);
    } finally {
      canvas.dispose();
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("A picture can't be written.", e);
    }
    return bytes.toByteArray();
  }

  private static void paint(Graphics2D canvas, String title) {
    int seed = title.hashCode() * 0x9E3779B9;
    float hue = (seed >>> 8) / (float) (1 << 24);
    canvas.setColor(Color.getHSBColor(hue, 0.65f, 0.38f)); // white on it has 4.5 : 1 and more
    canvas.fillRect(0, 0, SIDE, SIDE);
    canvas.setColor(Color.getHSBColor(hue, 0.5f, 0.6f));
    bars(canvas, seed);
    canvas.setColor(Color.WHITE);
    try {
      font(title).ifPresent(font -> words(canvas, font, title));
    } catch (InternalError | LinkageError e) {
      return; // a machine without any font
    }
  }

  /** A voice as an editor of sound shows it. */
  private static void bars(Graphics2D canvas, int seed) {
    double step = (SIDE - 2.0 * MARGIN) / BARS;
    for (int i = 0; i < BARS; i++) {
      double height = 80 + (seed >>> (3 * i) & 7) * 35.0;
      canvas.fill(
          new RoundRectangle2D.Double(
              MARGIN + i * step, SIDE - MARGIN - height, step * 0.55, height, 60, 60));
    }
  }

  private static Optional<Font> font(String title) {
    var usual = new Font(Font.SANS_SERIF, Font.BOLD, LARGEST);
    if (usual.canDisplayUpTo(title) < 0) {
      return Optional.of(usual);
    }
    Font[] all = GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts();
    return Arrays.stream(all)
        .filter(font -> font.canDisplayUpTo(title) < 0)
        .findFirst()
        .map(font -> font.deriveFont(Font.BOLD, LARGEST));
  }

  private static void words(Graphics2D canvas, Font font, String title) {
    int size = LARGEST;
    List<String> lines = lines(canvas, font.deriveFont((float) size), title);
    while (lines.size() > MOST_LINES && size > SMALLEST) {
      size -= 10;
      lines = lines(canvas, font.deriveFont((float) size), title);
    }
    canvas.setFont(font.deriveFont((float) size));
    FontMetrics metrics = canvas.getFontMetrics();
    int at = MARGIN + metrics.getAscent();
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      canvas.drawString(line, MARGIN, at);
      at += metrics.getHeight();
    }
  }

  /** Broken where lines may break, Korean between words as well. */
  private static List<String> lines(Graphics2D canvas, Font font, String title) {
    FontMetrics metrics = canvas.getFontMetrics(font);
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(title);
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String piece = title.substring(from, to);
      if (!line.isEmpty()
          && metrics.stringWidth(line + piece.stripTrailing()) > SIDE - 2 * MARGIN) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
      from = to;
    }
    lines.add(line.toString().strip());
    return lines;
  }
}
