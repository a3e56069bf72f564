package org.nangdok.publish.book;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.IIOServiceProvider;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's picture made anew for covers: decoded in bounds and written as a JPEG of at most
 * {@value #SIDE} pixels a side on white. Nothing of the file itself is passed on.
 */
public final class CoverPicture {

  /** The longest side, in pixels. */
  public static final int SIDE = 1_200;

  private static final int SHORTEST = 100;
  private static final long MOST_PIXELS = 25_000_000;
  private static final float QUALITY = 0.85f;
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");

  private CoverPicture() {}

  /**
   * A cover of a picture in JPEG, PNG or GIF.
   *
   * @return empty if it is none, is damaged, holds more than 25 million pixels or is smaller than a
   *     cover can be
   */
  public static Optional<byte[]> of(byte[] file) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      ImageReaderSpi kind = reader(in);
      if (kind == null) {
        return Optional.empty();
      }
      ImageReader reader = kind.createReaderInstance();
      try {
        reader.setInput(in, true, true); // metadata may be as large as it likes
        return read(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // decoders throw whatever comes to hand on a damaged file
    }
  }

  private static @Nullable ImageReaderSpi reader(ImageInputStream in) throws IOException {
    for (ImageReaderSpi kind : own(ImageReaderSpi.class)) {
      if (Arrays.stream(kind.getFormatNames()).anyMatch(FORMATS::contains)
          && kind.canDecodeInput(in)) {
        return kind;
      }
    }
    return null;
  }

  /** The decoders and encoders of Java itself, whatever others lie on the class path. */
  private static <T extends IIOServiceProvider> List<T> own(Class<T> kind) {
    List<T> own = new ArrayList<>();
    Module java = ImageIO.class.getModule();
    IIORegistry.getDefaultInstance()
        .getServiceProviders(kind, one -> one.getClass().getModule() == java, true)
        .forEachRemaining(own::add);
    return own;
  }

  private static Optional<byte[]> read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (Math.min(width, height) < SHORTEST || (long) width * height > MOST_PIXELS) {
      return Optional.empty();
    }
    ImageReadParam how = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
    how.setSourceSubsampling(step, step, 0, 0);
    return Optional.of(jpeg(fitted(reader.read(0, how))));
  }

  private static BufferedImage fitted(BufferedImage picture) {
    double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = fitted.createGraphics();
    try {
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    } finally {
      canvas.dispose();
    }
    return fitted;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer =
        own(ImageWriterSpi.class).stream()
            .filter(kind -> List.of(kind.getFormatNames()).contains("jpeg"))
            .findFirst()
            .orElseThrow()
            .createWriterInstance();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
