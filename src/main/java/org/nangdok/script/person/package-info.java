/** Reads printed names, titles and manners of speakers. */
@NullMarked
package org.nangdok.script.person;

import org.jspecify.annotations.NullMarked;
