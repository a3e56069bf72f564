package org.nangdok.speech.recorded;

/**
 * Somebody made of recordings.
 *
 * @param name {@code engineVoice} of the voices of this engine
 * @param recordings the inventory's name
 * @param female whether listeners take the person for a woman
 * @param hertz the person's own pitch
 * @param formants factor on the spectrum's shape: a shorter vocal tract has a greater one
 * @param tempo factor on the planned rate of speaking
 * @param melody factor on the planned semitones
 * @param brightness decibels above 1.8 kHz
 */
record Person(
    String name,
    String recordings,
    boolean female,
    double hertz,
    double formants,
    double tempo,
    double melody,
    double brightness) {}
