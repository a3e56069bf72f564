/** What outlets' ways of writing have in common: words and their meanings, read from data. */
@NullMarked
package org.nangdok.script.convention;

import org.jspecify.annotations.NullMarked;
