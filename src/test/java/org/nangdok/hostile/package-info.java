/**
 * A site that does everything a site can do wrong, on 127.0.0.1, and a private one beside it on
 * 127.0.0.2 that nobody may reach. Nothing here ever contacts or resolves a real address.
 */
@NullMarked
package org.nangdok.hostile;

import org.jspecify.annotations.NullMarked;
