package org.nangdok.command;

import java.util.concurrent.Callable;
import org.nangdok.voice.Voice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the voices. */
@Command(
    name = "voices",
    mixinStandardHelpOptions = true,
    description = "Lists the voices with language, engine and licence.")
final class VoicesCommand implements Callable<Integer> {

  private final ReadingRooms rooms;

  @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

  @Spec private CommandSpec spec = CommandSpec.create();

  VoicesCommand(ReadingRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try (var open = rooms.open(folders.data, folders.voices)) {
      for (Voice voice : open.catalogue()) {
        String gender = voice.gender() == null ? "-" : voice.gender().code();
        out.printf(
            "%-16s %-5s %-7s %-8s %-12s %s%n",
            voice.id(), voice.language(), gender, voice.engine(), voice.name(), voice.licence());
      }
    }
    out.flush();
    return 0;
  }
}
