package org.nangdok.data;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A few small files by name that administrators change, on this machine's disk or shared by several
 * machines. Thread-safe; a file is seen whole, and a change is seen as one.
 */
public interface KeptFiles {

  /** All files by name; the contents are shared, nobody may change them. */
  Map<String, byte[]> all();

  /** Another number after each change, on whichever machine; cheap to ask for. */
  long version();

  /**
   * Changes the files, one change at a time on all machines.
   *
   * @param change given all files, returns all that there are to be; what it throws changes nothing
   */
  void change(UnaryOperator<Map<String, byte[]>> change);
}
