package org.nangdok.speech.remote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound in which every character is 60 ms of a tone, as loud as its number says. */
final class Humming {

  private Humming() {}

  static short[] samples(String text, double speed, int rate) {
    int each = (int) (rate * .06 / speed);
    var samples = new short[text.length() * each];
    for (int i = 0; i < samples.length; i++) {
      double level = .2 + .6 * (text.charAt(i / each) * .37 % 1);
      samples[i] = (short) (32767 * level * Math.sin(2 * Math.PI * 440 * i / rate));
    }
    return samples;
  }

  static byte[] pcm(short[] samples, int channels) {
    var bytes = ByteBuffer.allocate(2 * samples.length * channels).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : samples) {
      for (int channel = 0; channel < channels; channel++) {
        bytes.putShort(sample);
      }
    }
    return bytes.array();
  }

  /**
   * @param streamed whether lengths are left open, as servers do that stream
   */
  static byte[] wav(String text, double speed, int rate, int channels, boolean streamed) {
    byte[] pcm = pcm(samples(text, speed, rate), channels);
    var head = ByteBuffer.allocate(58).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(streamed ? -1 : 50 + pcm.length);
    head.put("WAVELIST".getBytes(StandardCharsets.US_ASCII)).putInt(6).put(new byte[6]);
    head.put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
    head.putShort((short) channels).putInt(rate).putInt(rate * 2 * channels);
    head.putShort((short) (2 * channels)).putShort((short) 16);
    head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(streamed ? -1 : pcm.length);
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.array());
    out.writeBytes(pcm);
    return out.toByteArray();
  }
}
