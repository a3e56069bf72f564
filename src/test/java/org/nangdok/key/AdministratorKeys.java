package org.nangdok.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys for tests of what only an administrator may do. */
public final class AdministratorKeys {

  private static final Map<Path, String> MADE = new ConcurrentHashMap<>();

  private AdministratorKeys() {}

  /**
   * The value of the header {@code Authorization} with an administrator's key of a data folder; the
   * service on that folder may run already.
   */
  public static String bearer(Path dataFolder) {
    return MADE.computeIfAbsent(
        dataFolder.toAbsolutePath().normalize(), folder -> bearer(folder, Scope.ADMINISTER));
  }

  /** A new key of a scope that counts on pages of some origins only, or for programs if none. */
  public static String bearer(Path dataFolder, Scope scope, String... origins) {
    return "Bearer " + KeyFile.in(dataFolder).create("a test", scope, List.of(origins)).token();
  }
}
