package org.glasnost.declassification;

import java.util.Comparator;
import java.util.List;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/** The downgradings that an instruction writes beside its end. */
final class WrittenDowngradings {
  private WrittenDowngradings() {}

  /** Those that lower the level, oldest first. */
  static List<Downgrading> of(DeclassificationInstruction read, @Nullable StatedLevel level) {
    return of(read.downgradings(), level);
  }

  /** Likewise, of those written beside an end that is missing. */
  static List<Downgrading> of(List<Downgrading> written, @Nullable StatedLevel level) {
    ClassificationLevel from =
        OrderSchedules.classified(level).orElse(ClassificationLevel.TOP_SECRET);
    return written.stream()
        .filter(d -> from.dominates(d.level()) && from != d.level())
        .sorted(Comparator.comparing(Downgrading::on))
        .toList();
  }
}
