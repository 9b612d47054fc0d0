package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One key follows another, and both sign while it does. Whichever node signs, the first holds the
 * lease and places what is recorded.
 */
class JournalKeysIT {
  @TempDir Path directory;

  private CheckpointSigner key(String name) {
    return KeyFileSigner.create(directory.resolve(name + ".pem"));
  }

  private JournalOnDatabase node(DataSource database, SigningKeys keys) {
    return new JournalOnDatabase(database, directory, keys);
  }

  private static String written(JournalOnDatabase on, CheckpointSigner signer) {
    return SignedNote.verifierKey(on.origin.name(), signer.publicKey());
  }

  /** The ids of the keys whose signature lines a note bears, as the base64 of them begins. */
  private static List<String> signedBy(Checkpoint checkpoint) {
    return checkpoint
        .note()
        .lines()
        .filter(line -> line.startsWith("— "))
        .map(line -> line.split(" ", -1)[2].substring(0, 5))
        .toList();
  }

  private static String id(JournalOnDatabase on, CheckpointSigner signer) {
    String hex = written(on, signer).split("\\+", 3)[1];
    byte[] id = HexFormat.of().parseHex(hex);
    return Base64.getEncoder().encodeToString(id).substring(0, 5);
  }

  @ParameterizedTest
  @EnumSource
  void bothSignWhileOneFollowsTheOther(Databases database) {
    DataSource source = database.journal();
    CheckpointSigner first = key("first");
    CheckpointSigner second = key("second");
    JournalOnDatabase before = node(source, SigningKeys.of(first));
    before.record(3);
    assertThat(signedBy(before.checkpoints.current())).containsExactly(id(before, first));

    JournalOnDatabase during = node(source, new SigningKeys(second, Optional.of(first)));
    before.record(2);
    assertThat(signedBy(during.checkpoints.current()))
        .containsExactly(id(before, first), id(before, second));
    assertThat(during.checkpoints.keys())
        .containsExactly(
            new Checkpoints.Key(written(before, first), 3, null),
            new Checkpoints.Key(written(before, second), 5, null));

    JournalOnDatabase after = node(source, SigningKeys.of(second));
    before.record(2);
    assertThat(signedBy(after.checkpoints.current())).containsExactly(id(before, second));
    assertThat(after.checkpoints.keys())
        .containsExactly(
            new Checkpoints.Key(written(before, first), 3, 7L),
            new Checkpoints.Key(written(before, second), 5, null));
  }

  /** Nodes are given the new key one after the other; the one that comes last ends nothing. */
  @ParameterizedTest
  @EnumSource
  void aNodeThatHasNotHeardOfTheNextKeySignsOn(Databases database) {
    DataSource source = database.journal();
    CheckpointSigner first = key("first");
    CheckpointSigner second = key("second");
    JournalOnDatabase behind = node(source, SigningKeys.of(first));
    behind.record(1);
    behind.checkpoints.current();
    JournalOnDatabase ahead = node(source, new SigningKeys(second, Optional.of(first)));
    behind.record(1);
    ahead.checkpoints.current();
    behind.record(1);
    assertThat(signedBy(behind.checkpoints.current())).containsExactly(id(behind, first));
    assertThat(behind.checkpoints.keys()).allMatch(key -> key.untilSize() == null);
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatHasEndedSignsNoMore(Databases database) {
    DataSource source = database.journal();
    CheckpointSigner first = key("first");
    CheckpointSigner second = key("second");
    JournalOnDatabase stale = node(source, SigningKeys.of(first));
    stale.record(4);
    stale.checkpoints.current();
    JournalOnDatabase present = node(source, SigningKeys.of(second));
    stale.record(1);
    present.checkpoints.current();
    stale.record(1);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(stale.checkpoints::current)
        .satisfies(
            refused -> {
              assertThat(refused.ground()).isEqualTo(Refused.Ground.UNAVAILABLE);
              assertThat(refused.findings().get(0).rule()).hasToString("JRN-0005");
              assertThat(refused.findings().get(0).message()).contains("at 5 events");
            });
    assertThat(signedBy(present.checkpoints.current())).containsExactly(id(present, second));
  }
}
