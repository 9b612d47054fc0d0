package org.glasnost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Every key of content is rewrapped, whatever comes between, and nothing else is changed. */
class RewrappingIT {
  private static final int MANY = 9;
  private static final int MOST_WRITTEN = 2000;

  @TempDir Path directory;
  private final List<VaultOnDatabase> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(VaultOnDatabase::close);
  }

  private VaultOnDatabase on(Databases kind) {
    VaultOnDatabase on = new VaultOnDatabase(kind, directory);
    opened.add(on);
    return on;
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void wrapsEveryKeyAnewAndLeavesWhatIsSealedAsItWas(Databases kind) {
    VaultOnDatabase on = on(kind);
    on.holds(MANY);
    List<String> before = on.sealed();
    List<String> wrapped = wrapped(on);
    on.rewrapping().pass(() -> true);
    assertThat(wrapped(on)).as("nothing was ordered").isEqualTo(wrapped);

    String to = on.orders();
    on.rewrapping().pass(() -> true);

    assertThat(on.inUse.names()).containsExactly(to);
    assertThat(on.sealed()).isEqualTo(before);
    assertThat(wrapped(on)).doesNotContainAnyElementsOf(wrapped);
    reads(on);
    readsBy(on, Map.of(to, on.keys.named(to).orElseThrow()));
    assertThatThrownBy(
            () -> readsBy(on, Map.of("content-1", on.keys.named("content-1").orElseThrow())))
        .isInstanceOf(IllegalStateException.class);
    Rotation ended = on.rotations.to(to).orElseThrow();
    assertThat(ended.state()).isEqualTo(RotationState.ENDED);
    assertThat(ended.from()).containsExactly("content-1");
    assertThat(ended.rewrapped()).isEqualTo(MANY).isEqualTo(ended.atOrder());
    assertThat(ended.unopened()).isZero();
    assertThat(ended.begunAt()).isNotNull().isBeforeOrEqualTo(ended.endedAt());
    on.rewrapping().pass(() -> true);
    assertThat(on.lines("KEY_ROTATION_ENDED")).isEqualTo(1);
    assertThat(on.body("KEY_ROTATION_ENDED"))
        .contains("\"policyRelease\":\"" + VaultOnDatabase.POLICY + "\"");
  }

  /** Cut off before and after each commit of a whole rotation, one rotation after the other. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void goesOnWhereverItWasCutOff(Databases kind) {
    VaultOnDatabase on = on(kind);
    on.holds(MANY);
    List<String> before = on.sealed();
    int cuts = 0;
    for (boolean after : new boolean[] {false, true}) {
      for (int at = 1; ; at++) {
        String to = on.orders();
        CutOff manager = new CutOff(on, at, after);
        Rewrapping cut = on.rewrapping(manager);
        boolean whole = !cutOff(cut);
        reads(on);
        Rotation met = on.rotations.to(to).orElseThrow();
        assertThat(met.rewrapped()).isEqualTo(on.inUse.count(to));
        on.rewrapping().pass(() -> true);
        Rotation ended = on.rotations.to(to).orElseThrow();
        assertThat(ended.state()).isEqualTo(RotationState.ENDED);
        assertThat(ended.rewrapped()).isEqualTo(MANY);
        assertThat(on.inUse.names()).containsExactly(to);
        reads(on);
        if (whole) {
          break;
        }
        cuts++;
      }
    }
    assertThat(on.sealed()).isEqualTo(before);
    // Three batches with something in them, one that finds none, the end: before and after each.
    assertThat(cuts).isEqualTo(10);
    assertThat(on.lines("KEY_ROTATION_ENDED")).isEqualTo(on.rotations.all().size());
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void stopsBetweenBatchesWhenAsked(Databases kind) {
    VaultOnDatabase on = on(kind);
    on.holds(MANY);
    String to = on.orders();
    List<Integer> asked = new ArrayList<>();
    on.rewrapping()
        .pass(
            () -> {
              asked.add(1);
              return asked.size() < 3;
            });
    assertThat(on.inUse.count(to)).isPositive().isLessThan(MANY);
    assertThat(on.rotations.to(to).orElseThrow().state()).isEqualTo(RotationState.RUNNING);
    reads(on);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isReadAndWrittenAllTheTime(Databases kind) throws Exception {
    VaultOnDatabase on = on(kind);
    on.holds(MANY);
    List<UUID> items = List.copyOf(on.texts.keySet());
    AtomicBoolean enough = new AtomicBoolean();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    Queue<UUID> written = new ConcurrentLinkedQueue<>();
    Queue<UUID> readAgain = new ConcurrentLinkedQueue<>();
    Thread reader =
        new Thread(
            () -> {
              for (int n = 0; !enough.get(); n++) {
                UUID item = items.get(n % items.size());
                assertThat(on.vault.readText(item)).isEqualTo(on.texts.get(item));
                readAgain.add(item);
              }
            });
    Thread writer =
        new Thread(
            () -> {
              // Not without end: a rotation that has more to do takes longer, in which more is
              // written.
              while (!enough.get() && written.size() < MOST_WRITTEN) {
                written.add(
                    Objects.requireNonNull(
                        on.transaction.execute(
                            open ->
                                on.vault.store(
                                    UUID.randomUUID(), ContentKind.TEXT, "written meanwhile"))));
              }
            });
    List<Thread> others = List.of(reader, writer);
    others.forEach(other -> other.setUncaughtExceptionHandler((t, e) -> failures.add(e)));
    others.forEach(Thread::start);
    String last = "";
    for (int rotation = 0; rotation < 5; rotation++) {
      int wait = written.size() + readAgain.size() + 4;
      while (written.size() + readAgain.size() < wait && failures.isEmpty()) {
        Thread.onSpinWait();
      }
      last = on.orders();
      on.rewrapping().pass(() -> true);
    }
    enough.set(true);
    for (Thread other : others) {
      other.join();
    }
    on.rewrapping().pass(() -> true);
    assertThat(failures).isEmpty();
    assertThat(on.inUse.names()).containsExactly(last);
    reads(on);
    assertThat(written)
        .isNotEmpty()
        .allMatch(i -> on.vault.readText(i).equals("written meanwhile"));
  }

  /** Begun before the order, committed after the end. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void takesUpWhatWasWrittenUnderAnOlderKeyAfterTheEnd(Databases kind) {
    VaultOnDatabase on = on(kind);
    on.holds(1);
    TransactionStatus early = on.transactions.getTransaction(TransactionDefinition.withDefaults());
    UUID item = on.vault.store(UUID.randomUUID(), ContentKind.TEXT, "begun before");
    List<String> ended = new ArrayList<>();
    Thread administrator =
        new Thread(
            () -> {
              ended.add(on.orders());
              on.rewrapping().pass(() -> true);
            });
    administrator.start();
    joins(administrator);
    String to = ended.get(0);
    assertThat(on.rotations.to(to).orElseThrow().state()).isEqualTo(RotationState.ENDED);
    on.transactions.commit(early);
    assertThat(on.inUse.names()).containsExactly("content-1", to);

    on.rewrapping().pass(() -> true);
    assertThat(on.inUse.names()).containsExactly(to);
    assertThat(on.vault.readText(item)).isEqualTo("begun before");
    assertThat(on.rotations.to(to).orElseThrow().rewrapped()).isEqualTo(2);
    assertThat(on.lines("KEY_ROTATION_ENDED")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void leavesAKeyThatDoesNotOpenAndSaysSo(Databases kind) {
    VaultOnDatabase on = on(kind);
    on.holds(MANY);
    UUID damaged =
        on.jdbc
            .sql("select owner from content_key order by owner limit 1 offset 5")
            .query(UUID.class)
            .single();
    on.jdbc
        .sql("update content_key set wrapped = ? where owner = ?")
        .params(new byte[60], damaged)
        .update();
    String to = on.orders();
    on.rewrapping().pass(() -> true);
    on.rewrapping().pass(() -> true);

    Rotation met = on.rotations.to(to).orElseThrow();
    assertThat(met.state()).isEqualTo(RotationState.RUNNING);
    assertThat(met.unopened()).isEqualTo(1);
    assertThat(met.rewrapped()).isEqualTo(MANY - 1);
    assertThat(on.inUse.uses())
        .containsExactly(new KeysInUse.Use("content-1", 1), new KeysInUse.Use(to, MANY - 1));
    assertThat(on.lines("KEY_ROTATION_ENDED")).isZero();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void saysWhichKeysAreMissingOrOthers(Databases kind) throws Exception {
    VaultOnDatabase on = on(kind);
    assertThat(on.inUse.closed()).as("nothing hangs on any key").isEmpty();
    on.holds(3);
    assertThat(on.inUse.closed()).isEmpty();
    String to = on.orders();
    on.holds(1);
    assertThat(on.inUse.closed()).isEmpty();

    assertThat(new KeysInUse(on.jdbc, only(Map.of(to, on.keys.named(to).orElseThrow()))).closed())
        .singleElement()
        .asString()
        .contains("does not hold the key content-1");
    Path other = Files.createDirectories(directory.resolve("other")).resolve("keys.p12");
    KeystoreFile wrong = KeystoreFile.create(other, VaultOnDatabase.PASSWORD);
    wrong.add();
    assertThat(new KeysInUse(on.jdbc, wrong).closed())
        .hasSize(2)
        .allMatch(sentence -> sentence.contains("another key under the name content-"));
    // One damaged row is no other key.
    on.jdbc
        .sql(
            "update content_key set wrapped = ? where owner in (select owner from content_key"
                + " where wrapping_key = 'content-1' order by owner limit 1)")
        .param(new byte[60])
        .update();
    assertThat(on.inUse.closed()).isEmpty();
  }

  private static List<String> wrapped(VaultOnDatabase on) {
    return on.jdbc
        .sql("select wrapped from content_key")
        .query((row, n) -> HexFormat.of().formatHex(row.getBytes(1)))
        .list();
  }

  private static void reads(VaultOnDatabase on) {
    on.texts.forEach((item, text) -> assertThat(on.vault.readText(item)).isEqualTo(text));
  }

  private static void readsBy(VaultOnDatabase on, Map<String, WrappingKeys.Named> keys) {
    Vault vault = new Vault(on.jdbc, only(keys), Clock.systemUTC());
    on.texts.forEach((item, text) -> assertThat(vault.readText(item)).isEqualTo(text));
  }

  private static WrappingKeys only(Map<String, WrappingKeys.Named> keys) {
    return new WrappingKeys() {
      @Override
      public Named current() {
        return keys.values().iterator().next();
      }

      @Override
      public Optional<Named> named(String name) {
        return Optional.ofNullable(keys.get(name));
      }

      @Override
      public Named renewed() {
        return current();
      }
    };
  }

  private static void joins(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean cutOff(Rewrapping rewrapping) {
    try {
      rewrapping.pass(() -> true);
      return false;
    } catch (Gone e) {
      return true;
    }
  }

  private static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The process ends at its n-th commit: before anything of it is kept, or after all of it is. */
  private static final class CutOff extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;
    private final int at;
    private final boolean after;
    private int commits;

    CutOff(VaultOnDatabase on, int at, boolean after) {
      super(on.database);
      this.at = at;
      this.after = after;
      setRollbackOnCommitFailure(true);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      commits++;
      if (commits == at && !after) {
        throw new Gone();
      }
      super.doCommit(status);
      if (commits == at) {
        throw new Gone();
      }
    }
  }
}
