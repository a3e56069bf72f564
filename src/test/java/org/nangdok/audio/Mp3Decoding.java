package org.nangdok.audio;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/**
 * Decodes MP3 by another library than the one that encodes, so that tests hear what listeners hear.
 */
public final class Mp3Decoding {

  private Mp3Decoding() {}

  /** The samples of all frames, 576 a frame; fails on anything that isn't 24 kHz mono. */
  public static float[] decode(byte[] mp3) {
    var samples = new float[mp3.length / Mp3Frames.BYTES * Mp3Frames.SAMPLES + Mp3Frames.SAMPLES];
    int length = 0;
    try {
      var bits = new Bitstream(new ByteArrayInputStream(mp3));
      var decoder = new Decoder();
      for (Header header = bits.readFrame(); header != null; header = bits.readFrame()) {
        if (header.frequency() != Mp3Frames.SAMPLE_RATE || header.mode() != Header.SINGLE_CHANNEL) {
          throw new AssertionError("not 24 kHz mono: " + header);
        }
        var buffer = (SampleBuffer) decoder.decodeFrame(header, bits);
        for (int i = 0; i < buffer.getBufferLength(); i++) {
          samples[length++] = buffer.getBuffer()[i] / 32768f;
        }
        bits.closeFrame();
      }
    } catch (JavaLayerException e) {
      throw new AssertionError("The MP3 can't be decoded.", e);
    }
    return Arrays.copyOf(samples, length);
  }

  /** Root mean square of a stretch, in dBFS. */
  public static double level(float[] samples, int fromMillis, int toMillis) {
    int from = fromMillis * (Mp3Frames.SAMPLE_RATE / 1000);
    int to = Math.min(samples.length, toMillis * (Mp3Frames.SAMPLE_RATE / 1000));
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / Math.max(1, to - from) + 1e-12);
  }
}
