package org.nangdok.speech.neural;

import java.util.Arrays;

/** Sound as it grows piece by piece: mono, values between -1 and 1. Not thread-safe. */
public final class Wave {

  private float[] samples = new float[0];
  private int length;

  /** Adds the first {@code count} values. */
  public void add(float[] more, int count) {
    room(count);
    System.arraycopy(more, 0, samples, length, count);
    length += count;
  }

  /** Adds silence. */
  public void pause(int count) {
    room(count);
    length += count;
  }

  private void room(int count) {
    if (length + count > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(length + count, samples.length * 2));
    }
  }

  /** How many samples there are. */
  public int length() {
    return length;
  }

  /** The samples; values beyond {@link #length} mean nothing. */
  public float[] samples() {
    return samples;
  }

  /** The sound in 16 bits; what is too loud is clipped. */
  public short[] toShorts() {
    var shorts = new short[length];
    for (int i = 0; i < length; i++) {
      shorts[i] = (short) Math.clamp(Math.round(samples[i] * 32767f), -32767, 32767);
    }
    return shorts;
  }
}
