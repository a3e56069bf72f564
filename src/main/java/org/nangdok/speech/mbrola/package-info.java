/**
 * A second Korean voice: recorded diphones of the MBROLA database hn1, where a machine has them.
 */
@NullMarked
package org.nangdok.speech.mbrola;

import org.jspecify.annotations.NullMarked;
