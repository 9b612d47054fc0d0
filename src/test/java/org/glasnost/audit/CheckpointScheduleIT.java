package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CheckpointScheduleIT {
  @TempDir Path directory = Path.of("");

  /** So that whoever reads the log finds what to do. */
  @Test
  void namesTheRuleByWhichNothingIsSigned() {
    JournalOnDatabase on = new JournalOnDatabase(Databases.H2, directory);
    on.record(3);
    on.checkpoints.current();
    on.jdbc.sql("delete from journal_leaf where leaf_index = 2").update();
    Logger logger = (Logger) LoggerFactory.getLogger(CheckpointSchedule.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      CheckpointSchedule schedule = new CheckpointSchedule(on.checkpoints);
      schedule.start();
      schedule.stop();
    } finally {
      logger.detachAppender(lines);
    }
    assertThat(lines.list)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getLevel()).isEqualTo(Level.ERROR);
              assertThat(line.getFormattedMessage())
                  .startsWith("JRN-0002: The journal does not continue")
                  .contains("After a restore");
            });
  }
}
