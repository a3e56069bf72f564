package org.nangdok.command;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** Which of the program's streams a person looks at (POSIX isatty). */
final class Terminal {

  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int ERRORS = 2;

  private Terminal() {}

  /** The C library's; {@code System.console()} tells nothing of standard error. */
  private interface C extends Library {
    int isatty(int descriptor);
  }

  /** The same in Microsoft's runtime. */
  private interface Crt extends Library {
    @SuppressWarnings("checkstyle:MethodName")
    int _isatty(int descriptor);
  }

  /** Whether a person types what is read. */
  static boolean types() {
    return is(INPUT);
  }

  /** Whether a person sees what is printed. */
  static boolean sees() {
    return is(OUTPUT);
  }

  /** Whether a person sees progress, on a terminal that can take a line back. */
  static boolean watches() {
    return !"dumb".equals(System.getenv("TERM")) && is(ERRORS);
  }

  private static boolean is(int descriptor) {
    try {
      return Platform.isWindows()
          ? Native.load("msvcrt", Crt.class)._isatty(descriptor) != 0
          : Native.load("c", C.class).isatty(descriptor) != 0;
    } catch (LinkageError e) {
      return false; // a machine without JNA's library: quiet is safe
    }
  }
}
