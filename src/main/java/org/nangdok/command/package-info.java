/** The command line. */
@NullMarked
package org.nangdok.command;

import org.jspecify.annotations.NullMarked;
