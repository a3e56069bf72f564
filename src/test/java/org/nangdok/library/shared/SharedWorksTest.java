package org.nangdok.library.shared;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.nangdok.library.WorkStore;
import org.nangdok.library.WorkStoreContract;
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
}
