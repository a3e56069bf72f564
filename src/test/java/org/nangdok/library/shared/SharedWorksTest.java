package org.nangdok.library.shared;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.nangdok.library.CoverStore;
import org.nangdok.library.ListenerPlaces;
import org.nangdok.library.WorkStore;
import org.nangdok.library.WorkStoreContract;
import org.nangdok.library.local.CoverTable;
import org.nangdok.library.local.ListenerPlaceTable;
import org.nangdok.library.local.WorkTable;

/** The same statements on PostgreSQL. */
@Tag("cluster")
class SharedWorksTest extends WorkStoreContract {

  private SharedLibrary library;

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  @Override
  protected WorkStore store() {
    return new WorkTable(library.client, library.database, () -> false);
  }

  @Override
  protected ListenerPlaces places() {
    return new ListenerPlaceTable(library.client, library.database, () -> false);
  }

  @Override
  protected CoverStore covers() {
    return new CoverTable(library.client, library.database, () -> false);
  }
}
