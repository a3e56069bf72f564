package org.nangdok;

import org.nangdok.data.KeptFiles;
import org.nangdok.speech.remote.SpentCharacters;

/**
 * What machines share besides readings and clips.
 *
 * @param levels how loud voices are, as the first that measured them found
 * @param characters what was sent to a speech server today
 */
record SharedPlaces(KeptFiles levels, SpentCharacters characters) {}
