/** Korean: from written sentences to spoken words with their pronunciation and phrasing. */
@NullMarked
package org.nangdok.language.korean;

import org.jspecify.annotations.NullMarked;
