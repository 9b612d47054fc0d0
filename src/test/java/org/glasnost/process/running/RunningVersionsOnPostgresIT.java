package org.glasnost.process.running;

import org.glasnost.fixtures.Databases;

/** The same on PostgreSQL. */
class RunningVersionsOnPostgresIT extends RunningVersionsIT {

  @Override
  Databases database() {
    return Databases.POSTGRESQL;
  }
}
