package org.nangdok.speech;

/**
 * When a written range is heard.
 *
 * @param start milliseconds from the start of the sound
 * @param end milliseconds from the start of the sound
 * @param textStart first character of the range in the sentence as written
 * @param textEnd one past the last
 */
public record Mark(int start, int end, int textStart, int textEnd) {}
