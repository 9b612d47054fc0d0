package org.glasnost.setup;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.RecordStatus;
import org.glasnost.document.RegisteringDocument;
import org.glasnost.document.Registration;
import org.glasnost.policy.PolicyRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in the two documents of the demonstration on an empty database, by the same intake as any
 * upload: the memorandum first, the letter as its enclosure. No case number is typed in; the reader
 * proposes it.
 */
@Component
@Profile("demo")
@Order(StartOrder.RECORDS)
class DemoIntake implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoIntake.class);
  private static final String OFFICER = "intake.nara";

  private final RegisteringDocument registering;
  private final People people;
  private final Sights sights;
  private final PolicyRelease policy;
  private final JdbcClient jdbc;

  DemoIntake(
      RegisteringDocument registering,
      People people,
      Sights sights,
      PolicyRelease policy,
      JdbcClient jdbc) {
    this.registering = registering;
    this.people = people;
    this.sights = sights;
    this.policy = policy;
    this.jdbc = jdbc;
  }

  /** Registers what is not there yet. A start cut off between the two is made good by the next. */
  @Override
  public void run(ApplicationArguments arguments) {
    long there = jdbc.sql("select count(*) from document").query(Long.class).single();
    if (there > 1) {
      return;
    }
    UUID memorandum =
        there == 1
            ? jdbc.sql("select id from document").query(UUID.class).single()
            : register(
                "demo/memorandum-1985-03-25.txt",
                new Registration(
                    "Letter from Gorbachev: memorandum for the President",
                    LocalDate.of(1985, 3, 25),
                    "STATE",
                    "The Secretary of State",
                    "The President",
                    "SYSTEM II 90336",
                    null,
                    null,
                    null,
                    RecordStatus.PERMANENT));
    register(
        "demo/letter-1985-03-24.txt",
        new Registration(
            "Letter from M. Gorbachev to the President",
            LocalDate.of(1985, 3, 24),
            "STATE",
            "M. Gorbachev",
            "The President",
            null,
            null,
            null,
            memorandum,
            RecordStatus.PERMANENT));
    LOG.info("The demonstration's two documents are in and wait for their marking review.");
  }

  private UUID register(String file, Registration registration) {
    Person officer =
        people
            .byUserName(OFFICER)
            .orElseThrow(() -> new IllegalStateException("the demonstration has no " + OFFICER));
    return registering.register(
        registration,
        bytes(file),
        officer,
        sights.of(officer),
        new Occasion(
            officer.actor(),
            Role.INTAKE_OFFICER.name(),
            null,
            null,
            Occasion.ClientClass.SYSTEM,
            policy.id()));
  }

  private static byte[] bytes(String file) {
    try (InputStream in = new ClassPathResource("config/" + file).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the jar holds no " + file, e);
    }
  }
}
