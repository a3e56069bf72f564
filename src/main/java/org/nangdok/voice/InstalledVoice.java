package org.nangdok.voice;

/**
 * A voice that was installed, and what casting must know of it.
 *
 * @param voice the voice
 * @param pitch mean fundamental frequency in Hz
 * @param quality how natural it sounds beside others; voices that come with the program have 0
 */
public record InstalledVoice(Voice voice, double pitch, int quality) {}
