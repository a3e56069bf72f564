package org.nangdok.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Document;
import org.nangdok.library.CoverStore;
import org.nangdok.library.CoverStore.Owner;
import org.nangdok.publish.book.Book;
import org.nangdok.publish.book.CoverPicture;
import org.springframework.stereotype.Component;

/** Pictures that came with documents, for what is taken away of them. */
@Component
class Covers {

  private final CoverStore store;
  private final MadeFiles files;

  Covers(CoverStore store, MadeFiles files) {
    this.store = store;
    this.files = files;
  }

  /** Keeps a document's picture, if it has one that can be a cover. */
  void keep(Owner owner, String id, @Nullable Document document) {
    if (document == null || document.cover() == null) {
      return;
    }
    CoverPicture.of(document.cover().bytes())
        .ifPresent(
            picture -> {
              store.keep(owner, id, picture);
              files.forget(id); // what was made of it before has another picture
            });
  }

  /** The cover that is kept of something. */
  Optional<Book.Cover> find(Owner owner, String id) {
    return store.find(owner, id).map(picture -> new Book.Cover("image/jpeg", picture));
  }
}
