package org.nangdok.key;

/**
 * A key that was just made.
 *
 * @param key what the service keeps of it
 * @param token what its holder sends: {@code nk_<id>_<secret>}; shown once and kept nowhere
 */
public record NewKey(Key key, String token) {

  @Override
  public String toString() {
    return key.toString();
  }
}
