package org.glasnost.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.glasnost.history.JournalFixture.AUDITOR;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventsInFullIT {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void tellsTheBytesThatTheCommitmentBinds(Databases database) throws Exception {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      for (JournalEvent listed : journal.events(EventFilter.ALL)) {
        EventInFull told = events(journal).one(AUDITOR, JournalFixture.LOOKING, listed.id());
        assertThat(told.event()).isEqualTo(listed);
        if (listed.sealed()) {
          assertThat(told.body()).isNull();
          assertThat(told.salt()).isNull();
          assertThat(events(journal).labelOf(AUDITOR, listed.id())).isEmpty();
          continue;
        }
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(Objects.requireNonNull(told.salt())));
        byte[] commitment =
            sha256.digest(Objects.requireNonNull(told.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(Base64.getEncoder().encodeToString(commitment)).isEqualTo(listed.commitment());
        assertThat(events(journal).labelOf(AUDITOR, listed.id()))
            .isEqualTo(listed.document() == null ? Set.of() : Set.of(JournalFixture.SECRET));
      }
      assertThat(journal.events(EventFilter.ALL)).filteredOn(JournalEvent::sealed).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void knowsNoOtherEventAndNobodyButAuditors(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      UUID event = journal.events(EventFilter.ALL).get(0).id();
      UUID none = UUID.randomUUID();
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> events(journal).one(AUDITOR, JournalFixture.LOOKING, none))
          .matches(refused -> refused.ground() == Refused.Ground.NOT_KNOWN);
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> events(journal).labelOf(AUDITOR, none))
          .matches(refused -> refused.ground() == Refused.Ground.NOT_KNOWN);
      for (UUID asked : new UUID[] {event, none}) {
        assertThatExceptionOfType(Refused.class)
            .isThrownBy(
                () ->
                    events(journal)
                        .one(
                            JournalFixture.person(Role.RECORDS_MANAGER),
                            JournalFixture.LOOKING,
                            asked))
            .matches(refused -> refused.ground() == Refused.Ground.NOT_ENTITLED);
      }
    }
  }

  private static EventsInFull events(JournalFixture journal) {
    return new EventsInFull(
        journal.on.jdbc,
        journal.on.sequencer,
        new Oversight(new SeenLabels(journal.visible)),
        journal.queries);
  }
}
