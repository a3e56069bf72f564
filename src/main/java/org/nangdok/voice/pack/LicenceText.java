package org.nangdok.voice.pack;

/**
 * What a pack's maker asks of those who use it, word for word as it comes with the pack.
 *
 * @param text the whole text
 * @param sha256 its hash, by which an acceptance says what was read
 */
public record LicenceText(String text, String sha256) {}
