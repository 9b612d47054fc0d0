package org.glasnost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are added to the file while others use it; none is ever missed unseen. */
class KeystoreFileTest {
  private static final char[] PASSWORD = "a password of the test".toCharArray();

  @TempDir Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void make() throws IOException {
    file = directory.resolve("keys.p12");
    KeystoreFile.create(file, PASSWORD);
  }

  @Test
  void aKeyThatIsAddedWrapsNothingUntilTheStoreIsLookedAtAnew() throws IOException {
    KeystoreFile used = KeystoreFile.open(file, PASSWORD);
    assertThat(KeystoreFile.open(file, PASSWORD).add()).isEqualTo("content-2");

    assertThat(used.current().name()).isEqualTo("content-1");
    assertThat(used.renewed().name()).isEqualTo("content-2");
    assertThat(used.current().name()).isEqualTo("content-2");
    assertThat(used.named("content-1")).isPresent();
  }

  @Test
  void aKeyThatAnotherProcessWrapsByIsFoundAndUsedFromThenOn() throws IOException {
    KeystoreFile used = KeystoreFile.open(file, PASSWORD);
    KeystoreFile other = KeystoreFile.open(file, PASSWORD);
    other.add();
    other.add();

    assertThat(used.named("content-2")).isPresent();
    // Nobody wraps by the third yet.
    assertThat(used.current().name()).isEqualTo("content-2");
    assertThat(used.named("content-4")).isEmpty();
    assertThat(used.current().name()).isEqualTo("content-2");
  }

  @Test
  void namesAreNumbersAndNotLetters() throws IOException {
    KeystoreFile used = KeystoreFile.open(file, PASSWORD);
    for (int key = 2; key <= 11; key++) {
      used.add();
    }
    assertThat(used.renewed().name()).isEqualTo("content-11");
    for (String none : new String[] {"", "content-0", "content-01", "Content-1", "content-1 "}) {
      assertThat(used.named(none)).as(none).isEmpty();
    }
  }

  @Test
  void staysItsOwnersAloneOrWhoeverElseMayReadIt() throws IOException {
    KeystoreFile used = KeystoreFile.open(file, PASSWORD);
    used.add();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    used.add();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void isNotExchangedForOneThatLacksAKeyOrHoldsAnother() throws IOException {
    KeystoreFile used = KeystoreFile.open(file, PASSWORD);
    Path another = directory.resolve("another.p12");
    KeystoreFile.create(another, PASSWORD);
    Files.move(another, file, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(used::renewed)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no longer holds the key content-1");
    assertThatThrownBy(() -> used.named("content-2")).isInstanceOf(IllegalStateException.class);
    assertThat(used.current().name()).isEqualTo("content-1");
  }

  @Test
  void isNotLookedAtAnewWhereItIsGoneOrDamaged() throws IOException {
    KeystoreFile used = KeystoreFile.open(file, PASSWORD);
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(used::renewed).isInstanceOf(IOException.class);
    assertThatThrownBy(used::add).isInstanceOf(IOException.class);
    Files.delete(file);
    assertThatThrownBy(used::renewed).isInstanceOf(IOException.class);
    assertThat(used.named("content-1")).isPresent();
  }
}
