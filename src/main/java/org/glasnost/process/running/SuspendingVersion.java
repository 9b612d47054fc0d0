package org.glasnost.process.running;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.Reasons;
import org.glasnost.process.deployment.Submitter;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.Versions;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator looks at a version, stops everything on it and lets it go on. While it is
 * suspended no instance of it begins and no task of it is completed; what people entered stays.
 */
@Service
public class SuspendingVersion {
  private static final int LONGEST_REASON = 4000;

  private final Definitions definitions;
  private final Versions versions;
  private final Suspensions suspensions;
  private final Reasons reasons;
  private final Journal journal;
  private final Clock clock;

  SuspendingVersion(
      Definitions definitions,
      Versions versions,
      Suspensions suspensions,
      Reasons reasons,
      Journal journal,
      Clock clock) {
    this.definitions = definitions;
    this.versions = versions;
    this.suspensions = suspensions;
    this.reasons = reasons;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A version with what stands at its elements now.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; NOT_KNOWN if there is none
   */
  @Transactional(readOnly = true)
  public RunningVersion look(String process, int version, Person person) {
    return running(known(process, version, person));
  }

  /**
   * Suspends a version.
   *
   * @param reason in words; kept encrypted
   * @throws Refused as for a look; on ground CONFLICT if it is suspended; RULE if the reason is
   *     empty or over 4,000 characters
   */
  @Transactional
  public RunningVersion suspend(
      String process, int version, String reason, Person person, Occasion occasion) {
    Definition.Version known = known(process, version, person);
    if (known.suspended()) {
      throw conflict("The version is suspended already.");
    }
    requireReason(reason);
    UUID id = UUID.randomUUID();
    suspensions.add(known, id, Submitter.of(person), now(), reasons.store(id, reason));
    versions.suspend(known);
    tell(EventKind.PROCESS_SUSPENDED, known, "SUSPENDED_BY_ADMINISTRATOR", occasion);
    return running(known(process, version, person));
  }

  /**
   * Lets a suspended version go on.
   *
   * @param reason in words; kept encrypted
   * @throws Refused as for a look; on ground CONFLICT if it is not suspended; RULE if the reason is
   *     empty or over 4,000 characters
   */
  @Transactional
  public RunningVersion resume(
      String process, int version, String reason, Person person, Occasion occasion) {
    Definition.Version known = known(process, version, person);
    Optional<Suspension> held = suspensions.of(known);
    if (held.isEmpty()) {
      throw conflict("The version is not suspended.");
    }
    requireReason(reason);
    UUID id = held.get().id();
    if (!suspensions.end(id, Submitter.of(person), now(), reasons.store(id, reason))) {
      throw conflict("The version is not suspended.");
    }
    versions.resume(known);
    tell(EventKind.PROCESS_RESUMED, known, "RESUMED_BY_ADMINISTRATOR", occasion);
    return running(known(process, version, person));
  }

  private RunningVersion running(Definition.Version version) {
    Optional<Suspension> held = suspensions.of(version);
    return new RunningVersion(
        version,
        definitions.latestVersion(version.key()) == version.version(),
        versions.counts(version),
        held.orElse(null),
        held.map(Suspension::reason).map(reasons::read).orElse(null),
        1 + suspensions.changes(version));
  }

  private Definition.Version known(String process, int version, Person person) {
    DeploymentRights.requireAdministrator(person);
    return definitions.version(process, version).orElseThrow(Refused::notKnown);
  }

  private void tell(EventKind kind, Definition.Version version, String code, Occasion occasion) {
    journal.append(
        JournalEntry.of(kind, occasion)
            .after(Map.of("process", version.process(), "instances", version.runningInstances()))
            .because(code));
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(
          Ground.RULE,
          Finding.error("DPL-0119", "Give the reason, in 1 to 4,000 characters.")
              .atMember("/reason"));
    }
  }

  private static Refused conflict(String message) {
    return new Refused(Ground.CONFLICT, Finding.error("DPL-0118", message));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
