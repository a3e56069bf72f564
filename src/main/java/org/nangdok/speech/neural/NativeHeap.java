package org.nangdok.speech.neural;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * The C library's heap. Loading a graph leaves some 220 MB in it that are free but not given back:
 * glibc keeps what large passing allocations have used (malloc_trim(3)).
 */
final class NativeHeap {

  private NativeHeap() {}

  /** Gives back to the system what is free, where that can be asked for. */
  static void giveBack() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Function.getFunction("c", "malloc_trim").invokeInt(new Object[] {0L});
    } catch (LinkageError e) {
      // another C library: nothing is lost but memory
    }
  }
}
