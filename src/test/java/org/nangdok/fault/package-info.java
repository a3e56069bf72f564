/** Faults that are really brought about: a killed process, a full disk, a damaged file. */
@NullMarked
package org.nangdok.fault;

import org.jspecify.annotations.NullMarked;
