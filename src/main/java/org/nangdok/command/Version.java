package org.nangdok.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The program's version as its jar states it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"nangdok " + (version == null ? "(not packaged)" : version)};
  }
}
