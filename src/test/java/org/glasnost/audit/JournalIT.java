package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.glasnost.audit.JournalOnDatabase.OCCASION;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalIT {
  private static final UUID DOCUMENT = UUID.fromString("22222222-2222-4222-8222-222222222222");

  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void bindsTheBodyByASaltedCommitment(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    UUID event =
        on.journal.appendAlone(
            JournalEntry.of(EventKind.MARKING_CHANGED, OCCASION)
                .document(DOCUMENT, 7)
                .effectiveOn(LocalDate.of(2000, 7, 25))
                .before(Map.of("level", "SECRET"))
                .after(Map.of("level", "UNCLASSIFIED"))
                .under("E.O. 13526")
                .because("DECLASSIFIED")
                .citing(List.of("32 CFR 2001.25(b)")));
    byte[] canonical = bytes(on, "select canonical from journal_body where event = ?", event);
    byte[] salt = bytes(on, "select salt from journal_body where event = ?", event);
    byte[] commitment = bytes(on, "select commitment from journal_event where id = ?", event);
    assertThat(salt).hasSize(32);
    assertThat(commitment).isEqualTo(Hashes.sha256(salt, canonical));
    String at =
        new String(canonical, StandardCharsets.UTF_8).replaceAll(".*\"at\":\"([^\"]*)\".*", "$1");
    assertThat(at).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(new String(canonical, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"actor\":{\"id\":\"11111111-1111-4111-8111-111111111111\","
                + "\"office\":\"Reviewer, STATE\"},\"after\":{\"level\":\"UNCLASSIFIED\"},"
                + "\"at\":\""
                + at
                + "\",\"authority\":\"E.O. 13526\",\"before\":{\"level\":\"SECRET\"},"
                + "\"cites\":[\"32 CFR 2001.25(b)\"],\"client\":\"PROGRAM\","
                + "\"document\":\"22222222-2222-4222-8222-222222222222\","
                + "\"effectiveOn\":\"2000-07-25\",\"form\":1,\"id\":\""
                + event
                + "\",\"kind\":\"MARKING_CHANGED\",\"label\":7,\"policyRelease\":\"2026.1\","
                + "\"reasonCode\":\"DECLASSIFIED\",\"role\":\"REVIEWER\"}");
  }

  @ParameterizedTest
  @EnumSource
  void forgetsTheEntryWithTheTransactionThatItTellsOf(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.transaction.executeWithoutResult(
        open -> {
          on.journal.append(JournalEntry.of(EventKind.RELEASED, OCCASION));
          open.setRollbackOnly();
        });
    assertThat(count(on, "journal_event")).isZero();
    assertThat(count(on, "journal_body")).isZero();
    assertThat(count(on, "journal_pending")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void recordsNothingOutsideATransactionAndNoRefusalInsideOne(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    JournalEntry entry = JournalEntry.of(EventKind.ACCESS_REFUSED, OCCASION);
    assertThatIllegalStateException().isThrownBy(() -> on.journal.append(entry));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> on.transaction.executeWithoutResult(open -> on.journal.appendAlone(entry)));
    assertThat(count(on, "journal_event")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatItCannotRecord(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.jdbc.sql("drop table journal_pending").update();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> on.journal.appendAlone(JournalEntry.of(EventKind.CONTENT_READ, OCCASION)))
        .satisfies(
            refused -> {
              assertThat(refused.ground()).isEqualTo(Refused.Ground.UNAVAILABLE);
              assertThat(refused.findings().get(0).rule().value()).isEqualTo("JRN-0001");
            });
    assertThat(count(on, "journal_event")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void recordsAllThatOneAnswerTellsOrNothing(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    JournalEntry entry = JournalEntry.of(EventKind.CONTENT_READ, OCCASION);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                on.transaction.executeWithoutResult(
                    open -> on.journal.appendAllAlone(List.of(entry))));
    on.journal.appendAllAlone(List.of());
    on.journal.appendAllAlone(List.of(entry, entry));
    assertThat(count(on, "journal_event")).isEqualTo(2);
    JournalEntry unwritable = entry.because("x".repeat(2_000_000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> on.journal.appendAllAlone(List.of(entry, unwritable)));
    assertThat(count(on, "journal_event")).isEqualTo(2);
    on.jdbc.sql("drop table journal_pending").update();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> on.journal.appendAllAlone(List.of(entry, entry)))
        .satisfies(refused -> assertThat(refused.ground()).isEqualTo(Refused.Ground.UNAVAILABLE));
    assertThat(count(on, "journal_event")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void signsEachSizeOnceAndKeepsItOutsideTheDatabase(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(3);
    Checkpoint first = on.checkpoints.current();
    assertThat(on.checkpoints.current()).isEqualTo(first);
    assertThat(first.note())
        .startsWith(
            on.origin.name()
                + "\n3\n"
                + Base64.getEncoder().encodeToString(on.tree.root(3))
                + "\n\n— "
                + on.origin.name()
                + " ");
    assertThat(new CheckpointDirectory(directory.resolve("checkpoints")).latest(on.origin.name()))
        .contains(first);
    assertThat(on.checkpoints.keys()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void signsNoTreeWhoseTailIsCut(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(3);
    on.checkpoints.current();
    on.jdbc.sql("delete from journal_leaf where leaf_index = 2").update();
    on.jdbc.sql("delete from journal_checkpoint").update();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(on.checkpoints::current)
        .satisfies(
            refused -> assertThat(refused.findings().get(0).rule().value()).isEqualTo("JRN-0002"));
  }

  @ParameterizedTest
  @EnumSource
  void signsNoTreeWhosePastDiffers(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(3);
    on.checkpoints.current();
    on.jdbc
        .sql("update journal_leaf set leaf_hash = ? where leaf_index = 1")
        .param(new byte[32])
        .update();
    on.record(1);
    assertThatExceptionOfType(Refused.class).isThrownBy(on.checkpoints::current);
  }

  @ParameterizedTest
  @EnumSource
  void servesTilesOfTheTree(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(300);
    assertThat(on.tiles.read("0/000").orElseThrow()).hasSize(256 * 32);
    assertThat(on.tiles.read("0/001.p/44").orElseThrow()).hasSize(44 * 32);
    assertThat(on.tiles.read("1/000.p/1").orElseThrow())
        .isEqualTo(plainRoot(on.tree.read(0, 0, 256)));
    byte[] bundle = on.tiles.read("entries/001.p/44").orElseThrow();
    assertThat(bundle).hasSize(44 * 34).startsWith(0, 32);
    assertThat(Hashes.leaf(Arrays.copyOfRange(bundle, 2, 34)))
        .isEqualTo(on.tree.read(0, 256, 1).get(0));
    for (String path :
        List.of(
            "0/001",
            "0/001.p/45",
            "0/001.p/0",
            "0/001.p/256",
            "1/000",
            "0/1",
            "0/x000/000",
            "64/000",
            "entries/002.p/1",
            "0/000/",
            "",
            "../checkpoint",
            "0/x999/x999/x999/x999/999")) {
      assertThat(on.tiles.read(path)).as(path).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesProofsAboutTreesThatThereAreNot(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(5);
    UUID event =
        on.jdbc
            .sql("select event from journal_leaf where leaf_index = 3")
            .query(UUID.class)
            .single();
    Proofs.Inclusion proof = on.proofs.inclusion(event, null);
    assertThat(proof.leafIndex()).isEqualTo(3);
    assertThat(proof.treeSize()).isEqualTo(5);
    assertThat(proof.hashes()).hasSize(3);
    assertThat(on.proofs.inclusion(event, 4L).hashes()).hasSize(2);
    assertThat(on.proofs.consistency(0, 5L).hashes()).isEmpty();
    assertThat(on.proofs.consistency(3, null).hashes()).isNotEmpty();
    assertRefused(Refused.Ground.RULE, () -> on.proofs.inclusion(event, 3L));
    assertRefused(Refused.Ground.RULE, () -> on.proofs.inclusion(event, 6L));
    assertRefused(Refused.Ground.RULE, () -> on.proofs.consistency(4, 3L));
    assertRefused(Refused.Ground.RULE, () -> on.proofs.consistency(-1, null));
    assertRefused(Refused.Ground.RULE, () -> on.proofs.consistency(1, 6L));
    assertRefused(Refused.Ground.NOT_KNOWN, () -> on.proofs.inclusion(DOCUMENT, null));
  }

  private static void assertRefused(Refused.Ground ground, Runnable call) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(call::run)
        .satisfies(refused -> assertThat(refused.ground()).isEqualTo(ground));
  }

  private static byte[] plainRoot(List<byte[]> hashes) {
    int n = hashes.size();
    if (n == 1) {
      return hashes.get(0);
    }
    int k = Integer.highestOneBit(n - 1);
    return Hashes.node(plainRoot(hashes.subList(0, k)), plainRoot(hashes.subList(k, n)));
  }

  private static byte[] bytes(JournalOnDatabase on, String sql, UUID event) {
    return on.jdbc.sql(sql).param(event).query((row, n) -> row.getBytes(1)).single();
  }

  private static long count(JournalOnDatabase on, String table) {
    return on.jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
