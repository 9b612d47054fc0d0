package org.glasnost.process.running;

import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL. */
@Tag("long")
class RunningVersionsOnPostgresIT extends RunningVersionsIT {

  @Override
  Databases database() {
    return Databases.POSTGRESQL;
  }
}
