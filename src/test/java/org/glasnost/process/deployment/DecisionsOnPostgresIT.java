package org.glasnost.process.deployment;

import org.glasnost.fixtures.Databases;

/** The same on PostgreSQL. */
class DecisionsOnPostgresIT extends DecisionsIT {

  @Override
  Databases database() {
    return Databases.POSTGRESQL;
  }
}
