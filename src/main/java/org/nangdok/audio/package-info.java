/** Sample-rate conversion, levels, joining and encoding of sound. */
@NullMarked
package org.nangdok.audio;

import org.jspecify.annotations.NullMarked;
