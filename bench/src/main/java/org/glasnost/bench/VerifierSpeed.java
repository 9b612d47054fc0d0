package org.glasnost.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.glasnost.audit.verifier.Report;
import org.glasnost.audit.verifier.Verification;

/**
 * How fast a whole export is verified. No JMH: one pass over a file takes seconds, and the heap it
 * gets is the other half of the question.
 *
 * <p>{@code make FILE EVENTS} writes an export, {@code FILE ROUNDS} verifies it so often.
 */
public final class VerifierSpeed {
  private VerifierSpeed() {}

  /** See above. */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    if (args[0].equals("make")) {
      ExportFile.write(Path.of(args[1]), Long.parseLong(args[2]));
      return;
    }
    Path file = Path.of(args[0]);
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      long wall = System.nanoTime();
      long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Report report;
      try (InputStream export = Files.newInputStream(file)) {
        report = Verification.of(export, List.of(), List.of());
      }
      own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own;
      wall = System.nanoTime() - wall;
      if (!report.verified()) {
        throw new IllegalStateException("not verified: " + report.flaws());
      }
      Runtime heap = Runtime.getRuntime();
      System.out.printf(
          "%,d events, %,d bytes: %,.0f events/s (%,.0f by the thread's own time), heap %d of %d MB%n",
          report.leaves(),
          Files.size(file),
          report.leaves() * 1e9 / wall,
          report.leaves() * 1e9 / own,
          (heap.totalMemory() - heap.freeMemory()) >> 20,
          heap.maxMemory() >> 20);
    }
  }
}
