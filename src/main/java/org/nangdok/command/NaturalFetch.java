package org.nangdok.command;

import java.io.PrintWriter;
import java.util.List;
import org.nangdok.voice.pack.Acceptance;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackException;
import org.nangdok.voice.pack.PackOffer;

/** Fetches the natural pack before a command speaks, where it isn't there yet. */
final class NaturalFetch {

  private final PackDesk packs;
  private final PrintWriter err;
  private final boolean terminal;

  NaturalFetch(PackDesk packs, PrintWriter err, boolean terminal) {
    this.packs = packs;
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Fetches it, or says once in a sentence that it can't be had; then nothing is tried and nothing
   * said for a day. The light voices go on.
   */
  void run() {
    packs.toBeFetched().filter(offer -> !packs.failedLately(offer.name())).ifPresent(this::fetch);
  }

  private void fetch(PackOffer offer) {
    var bar = new ProgressBar(err, terminal, offer.title());
    try {
      packs.install(
          offer.name(),
          Acceptance.NONE,
          packs.sources(List.of()),
          (file, done, all) -> bar.at(done, all));
      bar.clear();
    } catch (PackException e) {
      bar.clear();
      packs.recordFailure(offer.name());
      err.println(
          "nangdok: Natural voices can't be fetched now, the light voices go on: " + e.sentence());
      err.flush();
    }
  }
}
