/**
 * The player in real browsers: the same tests in Chromium, Firefox and WebKit. Run by {@code mvn
 * verify -Pbrowser}.
 */
@NullMarked
package org.nangdok.browser;

import org.jspecify.annotations.NullMarked;
