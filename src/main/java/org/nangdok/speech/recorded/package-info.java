/**
 * Korean by recordings of our own: units are chosen, laid under the plan, and joined
 * pitch-synchronously.
 */
@NullMarked
package org.nangdok.speech.recorded;

import org.jspecify.annotations.NullMarked;
