package org.nangdok.audio.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Mp3Frames;

/**
 * The sound of our MP3, one frame after another: 24 kHz, mono, 16 bit, {@link Mp3Frames#SAMPLES} a
 * frame. It is what a player hears, so the times of the article hold for it unchanged.
 */
public final class DecodedMp3 implements AutoCloseable {

  static {
    initialise();
  }

  private final Bitstream bits;
  private final Decoder decoder = new Decoder();
  private final long samples;

  /**
   * @param mp3 whole frames of {@link Mp3Frames}, read as they are needed
   * @param bytes how many
   */
  public DecodedMp3(InputStream mp3, long bytes) {
    this.bits = new Bitstream(mp3);
    this.samples = bytes / Mp3Frames.BYTES * Mp3Frames.SAMPLES;
  }

  /**
   * The decoder fills its static tables when it is used first, and not safely: two threads at once
   * would find them half full.
   */
  private static void initialise() {
    try (var silence = new DecodedMp3(new ByteArrayInputStream(Mp3Frames.silence(2)), 0)) {
      while (silence.next() != null) {
        continue;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from memory: it can't
    }
  }

  /** Samples in all. */
  public long samples() {
    return samples;
  }

  /** The next frame's samples, or nothing after the last. */
  short @Nullable [] next() throws IOException {
    try {
      Header header = bits.readFrame();
      if (header == null) {
        return null;
      }
      var decoded = (SampleBuffer) decoder.decodeFrame(header, bits);
      if (decoded.getBufferLength() != Mp3Frames.SAMPLES) {
        throw new IOException("A frame of this article isn't one of ours.");
      }
      var frame = new short[Mp3Frames.SAMPLES];
      System.arraycopy(decoded.getBuffer(), 0, frame, 0, frame.length);
      bits.closeFrame();
      return frame;
    } catch (JavaLayerException e) {
      throw new IOException("A frame of this article can't be decoded.", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      bits.close();
    } catch (JavaLayerException e) {
      throw new IOException(e);
    }
  }
}
