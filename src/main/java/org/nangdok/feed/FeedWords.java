package org.nangdok.feed;

import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.Feed;

/** Checks what people say of a feed. */
final class FeedWords {

  private static final int LONGEST = 200;

  private FeedWords() {}

  static void require(String name, FeedDesk.Wish wish) {
    requireName(name);
    if (wish.title().isBlank() || wish.title().length() > LONGEST) {
      throw new FeedException(
          "feed.bad-title", "Give the feed a title of at most 200 characters in `title`.");
    }
    requireLanguage(wish.language());
    if (wish.author() != null && wish.author().length() > LONGEST) {
      throw new FeedException("feed.bad-title", "author has at most 200 characters.");
    }
    requireImage(wish.image());
  }

  static void requireName(String name) {
    if (!Feed.isName(name)) {
      throw new FeedException(
          "feed.bad-name",
          "A feed's name has lower-case Latin letters, digits and hyphens, at most 64.");
    }
  }

  private static void requireLanguage(@Nullable String language) {
    if (language == null) {
      return;
    }
    try {
      var unused = new Locale.Builder().setLanguageTag(language).build();
    } catch (IllformedLocaleException e) {
      throw new FeedException(
          "feed.bad-language", "language must be a BCP 47 tag such as ko or en-US.", e);
    }
  }

  private static void requireImage(@Nullable String image) {
    if (image == null || image.isBlank()) {
      return;
    }
    try {
      URI address = URI.create(image.strip());
      if (address.getHost() != null && address.getScheme().matches("(?i)https?")) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw badImage(e);
    }
    throw badImage(null);
  }

  private static FeedException badImage(@Nullable Throwable cause) {
    return new FeedException(
        "feed.bad-image",
        "image must be the http or https address of a square JPEG or PNG of 1400 to 3000 pixels.",
        cause);
  }
}
