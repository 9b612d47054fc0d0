package org.glasnost.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock of the application, in the office's zone: which day it is depends on the office.
 */
@Configuration(proxyBeanMethods = false)
class OfficeClock {

  OfficeClock() {}

  @Bean
  Clock clock(@Value("${glasnost.zone}") ZoneId zone) {
    // As fine as a database keeps an instant: what is answered today reads the same tomorrow.
    return Clock.tick(Clock.system(zone), Duration.of(1, ChronoUnit.MICROS));
  }
}
