package org.nangdok.voice;

/**
 * A voice that was installed, and what casting must know of it.
 *
 * @param voice the voice
 * @param pitch mean fundamental frequency in Hz
 * @param quality how natural it sounds beside others; voices that come with the program have 0 and
 *     {@link #BY_NAME_ONLY} one that nobody gets who doesn't name it
 */
public record InstalledVoice(Voice voice, double pitch, int quality) {

  /** Casting never takes it: somebody must have chosen it, such as for its licence. */
  public static final int BY_NAME_ONLY = -1;
}
