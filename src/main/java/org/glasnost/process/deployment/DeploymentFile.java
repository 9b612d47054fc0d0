package org.glasnost.process.deployment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One submitted file, unchanged. Two are equal if name and bytes are. */
public final class DeploymentFile {
  private final String name;
  private final byte[] bytes;
  private final String sha256;

  /**
   * @param name as submitted; may be anything, the gate judges it
   * @param bytes the content, copied
   */
  public DeploymentFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
    try {
      this.sha256 =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The name as submitted. */
  public String name() {
    return name;
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes. */
  public int size() {
    return bytes.length;
  }

  /** SHA-256 of the content, 64 lower-case hex digits. */
  public String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeploymentFile file
        && file.name.equals(name)
        && file.sha256.equals(sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return name + " " + sha256;
  }
}
