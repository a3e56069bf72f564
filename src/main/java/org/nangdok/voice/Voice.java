package org.nangdok.voice;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;

/**
 * One voice of the catalogue.
 *
 * @param id the name people use, such as {@code ko-hanbyeol}; unique
 * @param engine the engine that speaks it, such as {@code recorded} or {@code mary}
 * @param engineVoice the engine's own name for it
 * @param version changes whenever its sound changes; part of every clip key
 * @param language BCP 47 tag
 * @param gender what listeners take it for, if anything
 * @param name the display name
 * @param licence SPDX identifier or the licence's name
 * @param source where it comes from
 * @param gain decibels to add so that all voices are equally loud (BS.1770)
 */
public record Voice(
    String id,
    String engine,
    String engineVoice,
    String version,
    String language,
    @Nullable Gender gender,
    String name,
    String licence,
    String source,
    double gain) {}
