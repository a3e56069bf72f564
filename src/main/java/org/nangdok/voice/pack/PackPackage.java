package org.nangdok.voice.pack;

/**
 * An archive that a package client brings by name and version.
 *
 * @param client the client whose registry has it
 * @param name the package's name there
 * @param version the one version that is meant
 * @param size bytes of the archive
 * @param sha256 64 lower-case hexadecimal digits of the archive
 */
public record PackPackage(
    PackageClient client, String name, String version, long size, String sha256) {

  public PackPackage {
    if (!name.matches("[a-z0-9][a-z0-9._-]*") || !version.matches("[0-9][0-9A-Za-z.+-]*")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" " + version + " is no package's name and version.");
    }
    if (size <= 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("The package " + name + " needs its size and its sha256.");
    }
  }

  /** As it is kept here until the pack is whole. */
  String fileName() {
    return client.name().toLowerCase(java.util.Locale.ROOT) + "-" + name + "-" + version;
  }

  /** Whether a file is called as the client calls this archive (PEP 427; npm pack). */
  boolean isCalled(String file) {
    String plain = file.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return plain.startsWith(name.replace('_', '-') + "-" + version + "-")
        || plain.startsWith(name.replace('_', '-') + "-" + version + ".");
  }
}
