package org.nangdok.publish.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverPictureTest {

  @ParameterizedTest
  @CsvSource({
    "png,  2400, 3600, 800, 1200",
    "png,  5000, 4000, 1200, 960",
    "jpeg,  600,  900, 600, 900",
    "gif,   300,  100, 300, 100"
  })
  void aPictureBecomesAJpegOfTheSameShapeInBounds(
      String format, int width, int height, int newWidth, int newHeight) throws IOException {
    byte[] cover = CoverPicture.of(picture(format, width, height)).orElseThrow();

    assertThat(cover).startsWith(0xFF, 0xD8, 0xFF).hasSizeLessThan(400_000);
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(cover));
    assertThat(seen.getWidth()).isCloseTo(newWidth, org.assertj.core.api.Assertions.within(1));
    assertThat(seen.getHeight()).isCloseTo(newHeight, org.assertj.core.api.Assertions.within(1));
    Color middle = new Color(seen.getRGB(seen.getWidth() / 2, seen.getHeight() / 2));
    assertThat(middle.getRed()).isGreaterThan(180);
    assertThat(middle.getBlue()).isLessThan(80);
  }

  @Test
  void whatShinesThroughIsWhite() throws IOException {
    var clear = new BufferedImage(200, 300, BufferedImage.TYPE_INT_ARGB);
    var out = new ByteArrayOutputStream();
    ImageIO.write(clear, "png", out);

    byte[] cover = CoverPicture.of(out.toByteArray()).orElseThrow();

    int seen = ImageIO.read(new ByteArrayInputStream(cover)).getRGB(100, 150);
    assertThat(seen & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @Test
  void whatIsNoPictureOrTooLargeOrTooSmallIsNone() throws IOException {
    byte[] png = picture("png", 400, 600);
    byte[] claims = png.clone();
    claims[16] = 0;
    claims[17] = 1; // 65,936 pixels wide, says the head
    byte[] jpeg = picture("jpeg", 400, 600);
    byte[] noisy = jpeg.clone();
    Arrays.fill(noisy, 3, 300, (byte) 0x7F);

    assertThat(CoverPicture.of(new byte[0])).isEmpty();
    assertThat(
            CoverPicture.of(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(CoverPicture.of(Arrays.copyOf(png, 40))).isEmpty();
    assertThat(CoverPicture.of(claims)).isEmpty();
    assertThat(CoverPicture.of(noisy)).isEmpty();
    assertThat(CoverPicture.of(picture("png", 6000, 6000))).isEmpty();
    assertThat(CoverPicture.of(picture("png", 99, 600))).isEmpty();
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setColor(new Color(0xE0, 0x80, 0x20));
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
