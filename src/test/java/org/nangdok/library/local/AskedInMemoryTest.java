package org.nangdok.library.local;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nangdok.library.AskedReadings;
import org.nangdok.library.AskedReadingsContract;

class AskedInMemoryTest extends AskedReadingsContract {

  private final Set<String> inWork = new HashSet<>();

  @Override
  protected List<AskedReadings> machines() {
    return List.of(new AskedInMemory(inWork::contains));
  }

  @Override
  protected void begin(String reading) {
    inWork.add(reading);
  }

  @Override
  protected void finish(String reading) {
    inWork.remove(reading);
  }
}
