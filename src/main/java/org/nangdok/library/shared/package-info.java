/** The library of several machines: PostgreSQL and a bucket of an S3-compatible store. */
@NullMarked
package org.nangdok.library.shared;

import org.jspecify.annotations.NullMarked;
