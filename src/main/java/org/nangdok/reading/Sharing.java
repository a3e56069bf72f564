package org.nangdok.reading;

import org.nangdok.library.ReadingTraffic;
import org.nangdok.library.SectionClaims;
import org.nangdok.library.SectionQueue;

/**
 * What the machines that share a library have in common for their work.
 *
 * @param queue the sections that are to be made
 * @param claims who makes which clip
 * @param traffic what they tell each other
 */
public record Sharing(SectionQueue queue, SectionClaims claims, ReadingTraffic traffic) {}
