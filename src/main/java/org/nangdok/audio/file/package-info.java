/** Whole articles as files of other kinds than MP3: WAV, FLAC, Ogg Opus, and M4A by ffmpeg. */
@NullMarked
package org.nangdok.audio.file;

import org.jspecify.annotations.NullMarked;
