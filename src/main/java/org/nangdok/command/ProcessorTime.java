package org.nangdok.command;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How long this process has kept the processors busy, all threads together. */
final class ProcessorTime {

  private ProcessorTime() {}

  /** In nanoseconds; -1 where the machine doesn't tell. */
  static long nanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : -1;
  }
}
