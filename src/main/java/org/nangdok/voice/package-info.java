/** Which voices exist and which person gets which. Does not synthesise. */
@NullMarked
package org.nangdok.voice;

import org.jspecify.annotations.NullMarked;
