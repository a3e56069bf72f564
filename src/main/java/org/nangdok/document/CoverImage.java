package org.nangdok.document;

import java.util.Arrays;
import java.util.Objects;

/**
 * A document's picture.
 *
 * @param mediaType as its first bytes tell, {@code image/jpeg}, {@code image/png}, {@code
 *     image/gif} or {@code image/webp}
 * @param bytes the file; not copied
 */
public record CoverImage(String mediaType, byte[] bytes) {

  @Override
  public boolean equals(Object other) {
    return other instanceof CoverImage image
        && mediaType.equals(image.mediaType)
        && Arrays.equals(bytes, image.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(mediaType, Arrays.hashCode(bytes));
  }

  @Override
  public String toString() {
    return "CoverImage[" + mediaType + ", " + bytes.length + " bytes]";
  }
}
