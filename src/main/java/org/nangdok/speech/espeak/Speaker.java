package org.nangdok.speech.espeak;

/**
 * One of our speakers as the library knows it.
 *
 * @param variant name of its variant file
 * @param volume espeak-ng's volume at which it is as loud as the others
 */
record Speaker(String variant, int volume) {}
