package org.glasnost.process.deployment;

import org.glasnost.fixtures.Databases;

/** The same on PostgreSQL. */
class DeploymentsOnPostgresIT extends DeploymentsIT {

  @Override
  Databases database() {
    return Databases.POSTGRESQL;
  }
}
