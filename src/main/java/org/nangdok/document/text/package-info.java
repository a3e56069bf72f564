/** Plain text, Markdown, subtitles, HTML files and feeds. */
@NullMarked
package org.nangdok.document.text;

import org.jspecify.annotations.NullMarked;
