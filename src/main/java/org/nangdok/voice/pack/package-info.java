/** Voices that can be installed: what is offered, what is there, how it gets there. */
@NullMarked
package org.nangdok.voice.pack;

import org.jspecify.annotations.NullMarked;
