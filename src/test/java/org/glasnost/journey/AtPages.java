package org.glasnost.journey;

import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A running application with its people, and one browser for all cases of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all
abstract class AtPages {
  RunningGlasnost glasnost;
  Work work;
  Visitor.House house;

  @BeforeAll
  final void open() {
    glasnost = RunningGlasnost.on(Databases.H2);
    work = new Work(glasnost);
    house = new Visitor.House(glasnost);
  }

  @AfterAll
  final void close() {
    house.close();
  }
}
