package org.nangdok.speech.remote;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Wave;

/**
 * Sound as a server sent it, decoded: mono, values between -1 and 1.
 *
 * @param wave the sound
 * @param sampleRate samples per second
 */
record RemoteSound(Wave wave, int sampleRate) {

  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xFFFE;

  static RemoteSound decode(byte[] bytes, RemoteServer server) {
    try {
      RemoteSound sound =
          switch (server.format()) {
            case WAV -> wav(bytes);
            case PCM -> new RemoteSound(pcm(bytes, 0, bytes.length, 1), server.pcmRate());
            case MP3 -> mp3(bytes);
          };
      if (sound.wave().length() == 0) {
        throw new SpeechException("The speech server sent no sound.");
      }
      return sound;
    } catch (IndexOutOfBoundsException | JavaLayerException e) {
      throw new SpeechException("The speech server sent broken sound.", e);
    }
  }

  /** RIFF with 16-bit PCM; servers that stream leave the lengths at 0 or at the largest number. */
  private static RemoteSound wav(byte[] bytes) {
    ByteBuffer riff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 12 || !name(bytes, 0).equals("RIFF") || !name(bytes, 8).equals("WAVE")) {
      throw new SpeechException("The speech server sent no WAV.");
    }
    int channels = 0;
    int rate = 0;
    int at = 12;
    while (at + 8 <= bytes.length) {
      String name = name(bytes, at);
      long length = riff.getInt(at + 4) & 0xFFFFFFFFL;
      int body = at + 8;
      if (name.equals("fmt ")) {
        int kind = riff.getShort(body) & 0xFFFF;
        channels = riff.getShort(body + 2);
        rate = riff.getInt(body + 4);
        int bits = riff.getShort(body + 14);
        if (kind != PCM && kind != EXTENSIBLE || bits != 16 || channels < 1 || rate < 8_000) {
          throw new SpeechException("The speech server sent a WAV that isn't 16-bit PCM.");
        }
      } else if (name.equals("data")) {
        if (channels == 0) {
          throw new SpeechException("The speech server sent a WAV without a format.");
        }
        long end = length == 0 ? bytes.length : Math.min(bytes.length, body + length);
        return new RemoteSound(pcm(bytes, body, (int) end, channels), rate);
      }
      long next = body + length + (length & 1);
      if (next > bytes.length) {
        break;
      }
      at = (int) next;
    }
    throw new SpeechException("The speech server sent a WAV without sound.");
  }

  private static String name(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static Wave pcm(byte[] bytes, int from, int to, int channels) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int frames = (to - from) / (2 * channels);
    var values = new float[frames];
    for (int i = 0; i < frames; i++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += buffer.getShort(from + 2 * (i * channels + channel));
      }
      values[i] = sum / (32768f * channels);
    }
    var wave = new Wave();
    wave.add(values, frames);
    return wave;
  }

  private static RemoteSound mp3(byte[] bytes) throws JavaLayerException {
    var stream = new Bitstream(new ByteArrayInputStream(bytes));
    var decoder = new Decoder();
    var wave = new Wave();
    int rate = 0;
    for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
      var samples = (SampleBuffer) decoder.decodeFrame(header, stream);
      rate = samples.getSampleFrequency();
      int channels = samples.getChannelCount();
      short[] buffer = samples.getBuffer();
      int count = samples.getBufferLength() / channels;
      var values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = buffer[i * channels] / 32768f;
      }
      wave.add(values, count);
      stream.closeFrame();
    }
    return new RemoteSound(wave, rate);
  }
}
