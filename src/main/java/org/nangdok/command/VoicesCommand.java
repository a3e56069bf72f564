package org.nangdok.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.PackOffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the voices that are there and the packs that can be installed. */
@Command(
    name = "list",
    aliases = "ls",
    mixinStandardHelpOptions = true,
    description = "Lists the voices with language, engine and licence, and the packs.")
final class VoicesCommand implements Callable<Integer> {

  private final ReadingRooms rooms;

  @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

  @Spec private CommandSpec spec = CommandSpec.create();

  VoicesCommand(ReadingRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var open = rooms.open(folders.data, folders.voices)) {
      open.useInstalled();
      for (Voice voice : open.catalogue()) {
        String gender = voice.gender() == null ? "-" : voice.gender().code();
        out.printf(
            "%-20s %-5s %-7s %-10s %-15s %s%n",
            voice.id(), voice.language(), gender, voice.engine(), voice.name(), voice.licence());
      }
      out.println();
      out.println("Packs: nangdok voices install NAME");
      for (PackOffer offer : open.packs().offers()) {
        boolean installed = open.packs().installed().contains(offer.name());
        out.printf(
            "%-20s %-9s %4d MB  %s, %s%n",
            offer.name(),
            installed ? "installed" : "",
            offer.about() / 1_000_000,
            offer.title(),
            offer.licence());
      }
    }
    out.flush();
    return 0;
  }
}
