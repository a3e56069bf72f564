/** Small readers for pasted text that isn't plain prose: subtitles, messengers, mail, PDF. */
@NullMarked
package org.nangdok.article.pasted;

import org.jspecify.annotations.NullMarked;
