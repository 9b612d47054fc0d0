package org.glasnost.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signing key in a PEM file: a {@code PRIVATE KEY} block (PKCS #8) and the {@code PUBLIC KEY}
 * block (X.509) that belongs to it.
 */
public final class KeyFileSigner implements CheckpointSigner {
  private static final String ALGORITHM = "Ed25519";
  private static final int RAW_LENGTH = 32;
  private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

  private final PrivateKey privateKey;
  private final byte[] publicKey;

  private KeyFileSigner(PrivateKey privateKey, byte[] publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /**
   * Reads a key.
   *
   * @throws IllegalStateException if the file is not there, holds no Ed25519 key, or its two halves
   *     do not belong together; the message names the file and what to do
   */
  public static KeyFileSigner read(Path file) {
    try {
      String pem = Files.readString(file, StandardCharsets.US_ASCII);
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY")));
      PublicKey open = keys.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY")));
      return of(secret, open);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "no Ed25519 key can be read from "
              + file
              + "; make one with: openssl genpkey -algorithm ed25519 -out FILE && openssl pkey -in"
              + " FILE -pubout >> FILE",
          e);
    }
  }

  /**
   * A key of which both halves are at hand.
   *
   * @throws IllegalArgumentException if they do not belong together
   * @throws GeneralSecurityException if they are no Ed25519 keys
   */
  static KeyFileSigner of(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
    KeyFileSigner signer = new KeyFileSigner(secret, raw(open));
    Signature check = Signature.getInstance(ALGORITHM);
    check.initVerify(open);
    check.update(PROBE);
    Signature made = Signature.getInstance(ALGORITHM);
    made.initSign(secret);
    made.update(PROBE);
    if (!check.verify(made.sign())) {
      throw new IllegalArgumentException("the two halves of the key do not belong together");
    }
    return signer;
  }

  /**
   * Makes a key, in a new file that only its owner may read.
   *
   * @throws IllegalStateException if the file is there already or cannot be written
   */
  public static KeyFileSigner create(Path file) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      String pem =
          armour("PRIVATE KEY", pair.getPrivate().getEncoded())
              + armour("PUBLIC KEY", pair.getPublic().getEncoded());
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createFile(file, ownerOnly(file));
      Files.writeString(file, pem, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
      return read(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the signing key cannot be written to " + file, e);
    }
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
  }

  /** The last 32 bytes of an X.509 Ed25519 key are the key itself (RFC 8410, 4). */
  private static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length);
  }

  private static byte[] block(String pem, String name) {
    Matcher block =
        Pattern.compile(
                "-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]+)-----END " + name + "-----")
            .matcher(pem);
    if (!block.find()) {
      throw new IllegalArgumentException("no block " + name);
    }
    return Base64.getMimeDecoder().decode(block.group(1));
  }

  private static String armour(String name, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(name, Base64.getEncoder().encodeToString(encoded), name);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
