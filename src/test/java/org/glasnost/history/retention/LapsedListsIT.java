package org.glasnost.history.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.audit.KeyFileSigner;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.audit.SigningKeys;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever writes beside the database has nothing lapse: lists are signed by the journal's keys. */
class LapsedListsIT {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void aListThatNobodySignedHasNothingLapse(Databases database) throws IOException {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 3, null, null);
      LapsedBatch batch = batch(EventKind.CONTENT_READ, read);
      lapsing.outside.keep(batch);
      String signed = Files.readString(file(lapsing, batch));
      String text = signed.substring(0, signed.indexOf("\n\n") + 1);
      String signature = signed.substring(text.length() + 1);
      String former =
          batch.kind() + "\n" + batch.authority() + "\n" + batch.lapsedAt() + "\n" + read.get(0);
      for (String list :
          List.of(
              text,
              text + "\n",
              text + "\n\n",
              former + "\n",
              "",
              signature,
              text.replace(batch.authority(), "another") + "\n" + signature,
              text + UUID.randomUUID() + "\n\n" + signature,
              text.replace(read.get(0) + "\n", "") + "\n" + signature,
              signed + "\n",
              signed.substring(0, signed.length() - 1),
              signed + signature.replace("— records", "— record"))) {
        Files.writeString(file(lapsing, batch), list);
        refused("JRN-0050", lapsing, batch);
        assertThat(lapsing.withBody(read)).as(list).hasSize(3);
      }
      Files.write(file(lapsing, batch), new byte[] {(byte) 0xff, (byte) 0xfe});
      refused("JRN-0050", lapsing, batch);

      Files.writeString(file(lapsing, batch), signed);
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListUnderAnothersNameHasNothingLapse(Databases database) throws IOException {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 2, null, null);
      LapsedBatch batch = batch(EventKind.CONTENT_READ, read);
      LapsedBatch other = batch(EventKind.CONTENT_READ, read);
      lapsing.outside.keep(batch);
      Files.move(file(lapsing, batch), file(lapsing, other));
      refused("JRN-0050", lapsing, other);
      assertThat(lapsing.withBody(read)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListOfAnotherJournalOrOfAKeyThatSignedNothingHasNothingLapse(Databases database)
      throws IOException {
    LapsedBatch batch;
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 2, null, null);
      batch = batch(EventKind.CONTENT_READ, read);
      Files.createDirectories(lapsing.lapsed);
      // The same key, and another tree.
      Files.copy(directory.resolve("key.pem"), elsewhere.resolve("key.pem"));
      try (LapsingJournal other = new LapsingJournal(database, elsewhere)) {
        other.outside.keep(batch);
        Files.copy(file(other, batch), file(lapsing, batch));
      }
      refused("JRN-0050", lapsing, batch);
      assertThat(lapsing.withBody(read)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKeptForGoodIsOnNoList(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> kept = lapsing.record(EventKind.RELEASED, 2, null, null);
      LapsedBatch batch = batch(EventKind.RELEASED, kept);
      lapsing.outside.keep(batch);
      refused("JRN-0051", lapsing, batch);
      assertThat(lapsing.withBody(kept)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eventsOfAnotherKindOnAListStay(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 1, null, null);
      List<UUID> claimed = lapsing.record(EventKind.TASK_CLAIMED, 1, null, null);
      lapsing.outside.keep(batch(EventKind.CONTENT_READ, List.of(read.get(0), claimed.get(0))));
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isOne();
      assertThat(lapsing.withBody(claimed)).hasSize(1);
      lapsing.on.sequencer.settle();
      assertThat(lapsing.differences()).isEmpty();
    }
  }

  /** One list before a key was followed and one after it; both count, under the later key alone. */
  @ParameterizedTest
  @EnumSource
  void listsAreSignedAnewWhenAKeyIsFollowed(Databases database) throws IOException {
    DataSource data = database.migratedTo("0899");
    SigningKeys first = SigningKeys.of(KeyFileSigner.create(directory.resolve("first.pem")));
    SigningKeys second = SigningKeys.of(KeyFileSigner.create(directory.resolve("second.pem")));
    SigningKeys both = new SigningKeys(second.present(), Optional.of(first.present()));
    LapsedBatch batch;
    String signed;
    try (LapsingJournal lapsing = with(data, first)) {
      lapsing.record(EventKind.CONTENT_READ, 2, null, null);
      lapsing.on.checkpoints.current();
      lapsing.agreedOn(EventKind.CONTENT_READ);
      lapsing.carriedOutBy(2).pass(() -> true);
      batch = lapsing.due.batches().get(0);
      signed = Files.readString(file(lapsing, batch));
    }
    for (SigningKeys keys : List.of(both, second)) {
      try (LapsingJournal lapsing = with(data, keys)) {
        lapsing
            .on
            .jdbc
            .sql("update journal_lease set held_until = current_timestamp - interval '1' second")
            .update();
        lapsing.on.record(1);
        lapsing.on.checkpoints.current();
        assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();
        String anew = Files.readString(file(lapsing, batch));
        assertThat(anew).isNotEqualTo(signed);
        assertThat(anew.lines().filter(line -> line.startsWith("— "))).hasSize(keys.all().size());
        // Whoever still has the first key signs no list that counts, once it has ended.
        LapsedBatch forged = batch(EventKind.TASK_CLAIMED, List.of(UUID.randomUUID()));
        try (LapsingJournal former = with(data, first)) {
          former.outside.keep(forged);
        }
        if (keys.equals(second)) {
          refused("JRN-0050", lapsing, forged);
          // Nor on a node that names it still.
          try (LapsingJournal behind = with(data, both)) {
            refused("JRN-0050", behind, forged);
          }
        } else {
          assertThat(lapsing.outside.read(forged.id()).events()).hasSize(1);
        }
        Files.delete(file(lapsing, forged));
      }
    }
  }

  /** Or else the start would make lawful what its discovery asks to be restored. */
  @ParameterizedTest
  @EnumSource
  void whatNoLineTellsOfIsNotListed(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 3, null, null);
      LapsedBatch forged = batch(EventKind.CONTENT_READ, read.subList(0, 2));
      lapsing.due.lapse(forged);
      lapsing.due.keep(forged, 2);
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();
      assertThat(file(lapsing, forged)).doesNotExist();
      assertThat(lapsing.differences()).containsExactly("journal_lapse " + forged.id() + " batch");
    }
  }

  /** A list of events that the restored database never had: nothing goes, and nothing is amiss. */
  @ParameterizedTest
  @EnumSource
  void aListOfWhatIsNotThereIsTakenOnce(Databases database) throws IOException {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      lapsing.record(EventKind.CONTENT_READ, 1, null, null);
      LapsedBatch gone = batch(EventKind.CONTENT_READ, List.of(UUID.randomUUID()));
      lapsing.outside.keep(gone);
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();
      assertThat(lapsing.due.isKnown(gone.id())).isTrue();
      Files.delete(file(lapsing, gone));
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();
      assertThat(file(lapsing, gone)).doesNotExist();
      assertThat(lapsing.differences()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotWhatItsLineTellsIsNotListedAnew(Databases database) throws IOException {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 2, null, null);
      lapsing.agreedOn(EventKind.CONTENT_READ);
      lapsing.carriedOutBy(2).pass(() -> true);
      LapsedBatch batch = lapsing.due.batches().get(0);
      List<UUID> more = lapsing.record(EventKind.CONTENT_READ, 1, null, null);
      lapsing.due.lapse(batch.of(more));
      Files.delete(file(lapsing, batch));
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();
      assertThat(file(lapsing, batch)).doesNotExist();
      assertThat(lapsing.withBody(read)).isEmpty();
    }
  }

  /** A version before this one signed none. */
  @ParameterizedTest
  @EnumSource
  void aListOfABatchThatTheDatabaseKnowsIsWrittenAnewFromThere(Databases database)
      throws IOException {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 2, null, null);
      lapsing.agreedOn(EventKind.CONTENT_READ);
      lapsing.carriedOutBy(2).pass(() -> true);
      LapsedBatch batch = lapsing.due.batches().get(0);
      String signed = Files.readString(file(lapsing, batch));
      Files.write(
          file(lapsing, batch),
          List.of(batch.kind().name(), batch.authority(), "" + batch.lapsedAt(), "" + read.get(0)),
          StandardCharsets.UTF_8);
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();
      assertThat(file(lapsing, batch)).hasContent(signed);
    }
  }

  private LapsingJournal with(DataSource database, SigningKeys keys) {
    return new LapsingJournal(new JournalOnDatabase(database, directory, keys), directory);
  }

  private static LapsedBatch batch(EventKind kind, List<UUID> events) {
    return new LapsedBatch(
        UUID.randomUUID(), kind, LapsingJournal.AUTHORITY, Instant.now(), events);
  }

  private static Path file(LapsingJournal lapsing, LapsedBatch batch) {
    return lapsing.lapsed.resolve(batch.id().toString());
  }

  private static void refused(String rule, LapsingJournal lapsing, LapsedBatch batch) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> lapsing.anew.settle(LapsingJournal.SYSTEM))
        .satisfies(
            refused ->
                assertThat(refused.findings())
                    .singleElement()
                    .satisfies(
                        finding -> {
                          assertThat(finding.rule()).hasToString(rule);
                          assertThat(finding.message()).contains(batch.id().toString());
                        }));
  }
}
