package org.nangdok.script.quote;

import org.nangdok.script.person.Who;

/**
 * A quoted sentence whose speaker is certain.
 *
 * @param start first character inside the marks
 * @param end one past the last
 * @param who the speaker; has a name
 */
public record Quotation(int start, int end, Who who) {}
