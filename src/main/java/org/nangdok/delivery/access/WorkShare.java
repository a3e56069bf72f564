package org.nangdok.delivery.access;

import java.net.InetAddress;

/** Counts work for those who ask for it in another way than by HTTP, as HTTP's is counted. */
public interface WorkShare {

  /**
   * Counts one text that is to be spoken.
   *
   * @param client where the connection comes from
   * @param bytes how large the request is
   * @throws org.nangdok.problem.ProblemException with code {@code limit.rate} if the client has had
   *     its share
   */
  void take(InetAddress client, long bytes);
}
