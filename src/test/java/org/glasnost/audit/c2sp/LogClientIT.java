package org.glasnost.audit.c2sp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal's checkpoints and tiles, read by a client that knows the texts of C2SP alone. */
class LogClientIT {
  private static final int ROWS = 64;
  private static final int PORTION = 4096;

  @TempDir Path directory;

  private final Random random = new Random(6962);
  private final List<byte[]> commitments = new ArrayList<>();

  @Test
  void namesTilesAsTheTextDoes() {
    assertThat(LogClient.index(1_234_067)).isEqualTo("x001/x234/067");
    assertThat(LogClient.index(0)).isEqualTo("000");
    assertThat(LogClient.index(999)).isEqualTo("999");
    assertThat(LogClient.index(1000)).isEqualTo("x001/000");
    // The example of the text: a tree of 70,000.
    assertThat(LogClient.paths("0", 70_000)).hasSize(274).endsWith("tile/0/273.p/112");
    assertThat(LogClient.paths("1", 273)).containsExactly("tile/1/000", "tile/1/001.p/17");
    assertThat(LogClient.paths("2", 1)).containsExactly("tile/2/000.p/1");
  }

  @ParameterizedTest
  @CsvSource({
    "H2, 1", "H2, 255", "H2, 256", "H2, 257", "H2, 513",
    "POSTGRESQL, 1", "POSTGRESQL, 255", "POSTGRESQL, 256", "POSTGRESQL, 257", "POSTGRESQL, 513"
  })
  void readsTreesAroundFullTiles(Databases database, int size) {
    readsWhole(new JournalOnDatabase(database, directory), size);
  }

  /** Three levels: 256 full tiles, one full tile above them, one hash above that. */
  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void readsATreeOfThreeLevels(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    readsWhole(on, 65_536 + 300);
    assertThat(resources(on).get("tile/2/000.p/1")).hasSize(32);
  }

  /** A checkpoint that was signed earlier is of a tree whose partial tiles are still served. */
  @ParameterizedTest
  @EnumSource
  void readsAnEarlierTreeOfALogThatHasGrown(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    insert(on, 300);
    LogClient.Checkpoint earlier = client(resources(on), on).checkpoint();
    insert(on, 400);
    assertThat(client(resources(on), on).readAll(earlier)).hasSize(300);
  }

  @ParameterizedTest
  @CsvSource({"checkpoint", "tile/entries/000", "tile/0/001.p/44", "tile/1/000.p/1"})
  void findsAnyBitThatIsAnother(String path) {
    JournalOnDatabase on = new JournalOnDatabase(Databases.H2, directory);
    insert(on, 300);
    byte[] served = resources(on).get(path);
    for (int i = 0; i < 40; i++) {
      byte[] flipped = served.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      LogClient client =
          client(asked -> asked.equals(path) ? flipped : resources(on).get(asked), on);
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> client.readAll(client.checkpoint()))
          .isInstanceOfAny(ContraryToText.class, IllegalArgumentException.class);
    }
  }

  private void readsWhole(JournalOnDatabase on, int size) {
    insert(on, size);
    LogClient client = client(resources(on), on);
    LogClient.Checkpoint checkpoint = client.checkpoint();
    assertThat(checkpoint.size()).isEqualTo(size);
    assertThat(checkpoint.origin()).isEqualTo(on.origin.name());
    assertThat(client.readAll(checkpoint)).containsExactlyElementsOf(commitments);
  }

  private static LogClient client(LogClient.Resources log, JournalOnDatabase on) {
    return new LogClient(log, on.checkpoints.keys().get(0).verifierKey());
  }

  /** What the server answers below {@code /api/journal/}. */
  private static LogClient.Resources resources(JournalOnDatabase on) {
    String note = on.checkpoints.current().note();
    return path ->
        path.equals("checkpoint")
            ? note.getBytes(StandardCharsets.UTF_8)
            : on.tiles.read(path.substring("tile/".length())).orElseThrow();
  }

  /** Events straight into the tables, in time order, without the bodies that no tile tells of. */
  private void insert(JournalOnDatabase on, int count) {
    for (int left = count; left > 0; left -= PORTION) {
      insertPortion(on, Math.min(left, PORTION));
      on.place();
    }
  }

  private void insertPortion(JournalOnDatabase on, int count) {
    OffsetDateTime at = OffsetDateTime.of(2026, 11, 28, 0, 0, 0, 0, ZoneOffset.UTC);
    on.transaction.executeWithoutResult(
        open -> {
          for (int from = 0; from < count; from += ROWS) {
            int rows = Math.min(ROWS, count - from);
            List<Object> events = new ArrayList<>();
            List<Object> pending = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
              UUID id = UUID.randomUUID();
              byte[] commitment = new byte[32];
              random.nextBytes(commitment);
              commitments.add(commitment);
              Collections.addAll(
                  events, id, at.plusSeconds(commitments.size()), "CONTENT_READ", 0L, commitment);
              pending.add(id);
            }
            on.jdbc
                .sql(
                    "insert into journal_event (id, recorded_at, kind, label, commitment) values "
                        + "(?,?,?,?,?)"
                        + ",(?,?,?,?,?)".repeat(rows - 1))
                .params(events)
                .update();
            on.jdbc
                .sql("insert into journal_pending (event) values (?)" + ",(?)".repeat(rows - 1))
                .params(pending)
                .update();
          }
        });
  }
}
