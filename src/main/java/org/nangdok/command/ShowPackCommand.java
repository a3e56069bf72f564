package org.nangdok.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackFile;
import org.nangdok.voice.pack.PackOffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that is known about a pack before it is installed. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows a pack: size, licence, source, speakers, files and what they are checked by.")
final class ShowPackCommand implements Callable<Integer> {

  private final ReadingRooms rooms;

  @Parameters(paramLabel = "NAME", description = "The pack: nangdok voices list names them.")
  private String name = "";

  @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

  @Spec private CommandSpec spec = CommandSpec.create();

  ShowPackCommand(ReadingRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var open = rooms.open(folders.data, folders.voices)) {
      PackDesk packs = open.packs();
      PackOffer offer = packs.offer(name);
      boolean installed = packs.installed().contains(name);
      out.printf("%s%s%n", offer.title(), installed ? " (installed)" : "");
      out.printf("Languages: %s%n", String.join(" ", offer.languages()));
      out.printf(
          "Speakers:  %s%n",
          String.join(", ", offer.speakers().stream().map(PackOffer.Speaker::name).toList()));
      out.printf("Source:    %s%n", offer.source());
      out.printf("Licence:   %s. %s%n", offer.licence(), offer.terms());
      out.printf("Size:      %d MB%n", offer.about() / 1_000_000);
      for (PackFile file : offer.files()) {
        Long size = file.size();
        out.printf(
            "%12s  %s  %s%n",
            size == null ? "?" : size.toString(),
            packs.sha256(file).orElse("sha256 recorded at the first download"),
            file.path());
      }
    }
    out.flush();
    return 0;
  }
}
