package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKeySettingsTest {
  private static final String PASSWORD = "notional-password";

  @TempDir Path directory;

  private final Map<String, String> settings = new HashMap<>();

  private JournalKeySettings read() {
    return new JournalKeySettings(settings::get);
  }

  /** An entry made by the program that comes with Java, as operators make it. */
  private Path store(String alias, String algorithm) throws IOException, InterruptedException {
    Path store = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=journal",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    settings.put("glasnost.keystore.file", store.toString());
    settings.put("glasnost.keystore.password", PASSWORD);
    return store;
  }

  private static void assertSigns(CheckpointSigner signer) throws GeneralSecurityException {
    byte[] message = "notional".getBytes(StandardCharsets.US_ASCII);
    byte[] x509 =
        HexFormat.of()
            .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(signer.publicKey()));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    check.update(message);
    assertThat(check.verify(signer.sign(message))).isTrue();
  }

  @Test
  void takesAnEntryOfTheKeyStore() throws Exception {
    store("journal-1", "Ed25519");
    settings.put("glasnost.journal.key-alias", "journal-1");
    SigningKeys keys = read().keys();
    assertSigns(keys.present());
    assertThat(keys.former()).isEmpty();
    assertThat(read().flaws()).isEmpty();
  }

  @Test
  void aKeyInTheStoreMayFollowOneInAFile() throws Exception {
    store("journal-2", "Ed25519");
    Path file = directory.resolve("journal-key.pem");
    CheckpointSigner first = KeyFileSigner.create(file);
    settings.put("glasnost.journal.key-alias", "journal-2");
    settings.put("glasnost.journal.former-key-file", file.toString());
    SigningKeys keys = read().keys();
    assertThat(keys.all()).hasSize(2);
    assertThat(keys.all().get(0).publicKey()).isEqualTo(first.publicKey());
    assertSigns(keys.present());
  }

  @Test
  void saysWhichKeyCannotBeRead() throws Exception {
    store("journal-1", "EC");
    settings.put("glasnost.journal.key-alias", "journal-1");
    assertThat(read().flaws())
        .singleElement()
        .asString()
        .startsWith("glasnost.journal.key-alias names no key that can be read")
        .contains("keytool -genkeypair");
    settings.put("glasnost.journal.key-alias", "absent");
    assertThat(read().flaws()).singleElement().asString().contains("entry absent");
    settings.put("glasnost.keystore.password", "another");
    assertThat(read().flaws()).singleElement().asString().contains("names no key");
    settings.remove("glasnost.keystore.password");
    assertThat(read().flaws()).singleElement().asString().contains("glasnost.keystore.password");
    settings.put("glasnost.journal.key-file", "journal-key.pem");
    assertThat(read().flaws()).singleElement().asString().contains("are both set");
  }

  @Test
  void saysThatAFormerKeyIsNotThere() {
    KeyFileSigner.create(directory.resolve("present.pem"));
    settings.put("glasnost.journal.key-file", directory.resolve("present.pem").toString());
    settings.put("glasnost.journal.former-key-file", directory.resolve("absent.pem").toString());
    assertThat(read().flaws())
        .singleElement()
        .asString()
        .startsWith("glasnost.journal.former-key-file names no key");
  }

  @Test
  void makesAKeyOutsideProductionAlone() {
    settings.put("glasnost.data", directory.toString());
    assertThatIllegalStateException()
        .isThrownBy(() -> read().keys())
        .withMessageContaining("glasnost.journal.key-file is not set");
    assertThat(Files.exists(directory.resolve("journal-key.pem"))).isFalse();
    settings.put("glasnost.production", "false");
    byte[] made = read().keys().present().publicKey();
    assertThat(List.of(read().keys().present().publicKey())).containsExactly(made);
  }
}
