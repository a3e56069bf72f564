package org.nangdok.voice.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where packs are asked for: what is offered, what is installed, installing and removing. */
public final class PackDesk {

  private final PackOffers offers;
  private final PackShelf shelf;
  private final PackInstaller installer;

  /** Brings packs of these offers to this shelf. */
  public PackDesk(PackOffers offers, PackShelf shelf) {
    this.offers = offers;
    this.shelf = shelf;
    this.installer = new PackInstaller(shelf);
  }

  /** All offers, by the names of their files. */
  public List<PackOffer> offers() {
    return offers.all();
  }

  /**
   * The offer of a name.
   *
   * @throws PackException with code {@code voice.pack-unknown}
   */
  public PackOffer offer(String name) {
    return offers.get(name);
  }

  /**
   * The SHA-256 that a file must have: the offer's, or the one it had when it was downloaded first;
   * nothing for a file that nobody has downloaded yet.
   */
  public Optional<String> sha256(PackFile file) {
    return file.sha256() == null ? installer.recorded(file) : Optional.of(file.sha256());
  }

  /**
   * Where packs come from, tried in order: places on this machine, addresses, package clients. For
   * one installation.
   *
   * @param places folders and archives; may be empty
   * @throws PackException if one of the places isn't there
   */
  public FileSource sources(List<Path> places) {
    List<FileSource> sources = new ArrayList<>();
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new PackException(
            "voice.pack-file", "There is no folder and no archive " + place.getFileName() + ".");
      }
      sources.add(new LocalFiles(place));
    }
    sources.add(new Downloads());
    sources.add(new PackageFiles(shelf.archives()));
    return new OrderedSources(sources);
  }

  /**
   * The pack that a service fetches without being asked; none if it or another pack of all its
   * languages is installed, or if somebody removed it.
   */
  public Optional<PackOffer> toBeFetched() {
    Set<String> installed = installed();
    List<PackOffer> there =
        offers.all().stream().filter(offer -> installed.contains(offer.name())).toList();
    return offers.all().stream()
        .filter(PackOffer::byItself)
        .filter(offer -> !shelf.wasRemoved(offer.name()))
        .filter(
            offer ->
                there.stream().noneMatch(one -> one.languages().containsAll(offer.languages())))
        .findFirst();
  }

  /** Whether it was tried within a day to fetch a pack without being asked, in vain. */
  public boolean failedLately(String name) {
    return shelf.failedLately(name);
  }

  /** Remembers that a pack couldn't be fetched. */
  public void recordFailure(String name) {
    shelf.recordFailure(name);
  }

  /** The names of the installed packs. */
  public Set<String> installed() {
    return shelf.installed().keySet();
  }

  /**
   * The text of a pack's licence, brought from where the pack comes from.
   *
   * @throws PackException if it isn't to be had
   * @see PackInstaller#licence
   */
  public Optional<LicenceText> licence(String name, FileSource source) {
    return installer.licence(offers.get(name), source);
  }

  /**
   * Installs a pack.
   *
   * @throws PackException if it can't be
   * @see PackInstaller#install
   */
  public void install(
      String name, Acceptance acceptance, FileSource source, PackInstaller.Progress progress) {
    installer.install(offers.get(name), acceptance, source, progress);
  }

  /**
   * Removes a pack.
   *
   * @throws PackException with code {@code voice.pack-absent} if it isn't installed
   */
  public void remove(String name) {
    shelf.remove(name);
  }
}
