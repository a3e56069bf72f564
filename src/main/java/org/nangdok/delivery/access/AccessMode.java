package org.nangdok.delivery.access;

/** Whether strangers may use the service. */
enum AccessMode {
  /** Whoever reaches the port may read and have things read; only administration needs a key. */
  OPEN,
  /** Everything but the player's own files needs a key or a signed link. */
  KEYS
}
