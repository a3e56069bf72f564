package org.nangdok.page;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.List;

class MannersInMemoryTest extends SiteMannersContract {

  @Override
  protected List<SiteManners> machines() {
    return List.of(new MannersInMemory(Ticker.systemTicker()));
  }
}
