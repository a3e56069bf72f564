package org.nangdok.data;

import java.nio.file.Path;

/**
 * The data folders of services that tests start: named in one place, so that a second run of tests
 * may have others.
 */
public final class TestData {

  private TestData() {}

  /**
   * One of them.
   *
   * @param name as in {@code nangdok.data=${test.data:target/test-data}/name}
   */
  public static Path of(String name) {
    return Path.of(System.getProperty("test.data", "target/test-data"), name);
  }
}
