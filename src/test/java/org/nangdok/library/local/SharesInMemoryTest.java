package org.nangdok.library.local;

import io.github.bucket4j.TimeMeter;
import java.util.List;
import org.nangdok.library.ClientShares;
import org.nangdok.library.ClientSharesContract;

class SharesInMemoryTest extends ClientSharesContract {

  @Override
  protected List<ClientShares> machines() {
    return List.of(new SharesInMemory(TimeMeter.SYSTEM_NANOTIME));
  }
}
