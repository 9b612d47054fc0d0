package org.glasnost.setup;

import java.time.Clock;
import java.time.ZoneId;
import org.glasnost.content.RetiredMember;
import org.glasnost.contract.Calculators;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.Accreditation;
import org.glasnost.policy.OfficeDay;
import org.glasnost.reading.DocumentReader;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Reading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the pure rooms and the policy values to those that are wired by Spring. */
@Configuration(proxyBeanMethods = false)
class DomainWiring {

  DomainWiring() {}

  @Bean
  OfficeDay officeDay(Clock clock, @Value("${glasnost.zone}") ZoneId zone) {
    return new OfficeDay(clock, zone);
  }

  @Bean
  Accreditation accreditation(@Value("${glasnost.accreditation}") ClassificationLevel ceiling) {
    return new Accreditation(ceiling);
  }

  @Bean
  MarkingReader markingReader(OfficeDay officeDay) {
    return MarkingReader.standard(officeDay::today);
  }

  /** Today's form of a reading is computed from it when it is asked for. */
  @Bean
  RetiredMember formOfReadings() {
    return new RetiredMember(Reading.class, "canonical");
  }

  @Bean
  Calculators calculators(MarkingReader reader, OfficeDay officeDay) {
    return new Calculators(reader, officeDay::today);
  }

  @Bean
  DocumentReader documentReader(MarkingReader reader) {
    return new DocumentReader(reader);
  }
}
