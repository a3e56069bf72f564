/** Finds out who says what: turns, people and roles. Knows no voices and no audio. */
@NullMarked
package org.nangdok.script;

import org.jspecify.annotations.NullMarked;
