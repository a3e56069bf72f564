/** Speaks through a server with OpenAI's interface for speech. */
@NullMarked
package org.nangdok.speech.remote;

import org.jspecify.annotations.NullMarked;
