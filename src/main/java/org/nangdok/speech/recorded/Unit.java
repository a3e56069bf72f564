package org.nangdok.speech.recorded;

/**
 * One phone of the recordings; all places are samples of the inventory's sound.
 *
 * @param index its place among the inventory's phones; the next one follows it in the recording
 *     unless it begins a line
 * @param phone its name in {@code phones.tsv}, {@code _} for silence
 * @param start its first sample
 * @param cut where it is cut and joined: in the steady part of a sound, in the closure of a stop
 * @param burst where a stop is released and may no more be stretched; its end for all others
 * @param end one past its last sample
 */
record Unit(int index, String phone, int start, int cut, int burst, int end) {

  boolean isSilence() {
    return phone.equals(PhonePlan.SILENCE);
  }
}
