package org.glasnost.process.running;

import org.glasnost.fixtures.Databases;

/** The same on PostgreSQL. */
class MigrationsOnPostgresIT extends MigrationsIT {

  @Override
  Databases database() {
    return Databases.POSTGRESQL;
  }
}
