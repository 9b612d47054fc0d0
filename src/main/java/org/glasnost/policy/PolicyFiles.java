package org.glasnost.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of policy as they were when the application started: registers, guides, tables, roles,
 * equity holders, calendars. Their bytes together are the release of policy.
 */
public final class PolicyFiles {
  private static final int SHOWN_BYTES = 8;

  private final TreeMap<String, byte[]> byPath;

  /**
   * @param byPath the bytes of each file by its path under the top of the tree, such as {@code
   *     config/roles.yaml}
   */
  public PolicyFiles(Map<String, byte[]> byPath) {
    this.byPath = new TreeMap<>(byPath);
  }

  /** Their release: it changes when a byte or a name of any of them does. */
  public PolicyRelease release() {
    MessageDigest digest = sha256();
    byPath.forEach(
        (path, bytes) -> {
          digest.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return new PolicyRelease(HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES));
  }

  /** The agencies that may hold an equity. */
  public Agencies agencies() {
    return Agencies.read(file("config/equity-holders.yaml"));
  }

  /** What the roles are called. */
  public RoleWords roleWords() {
    return RoleWords.read(file("config/roles.yaml"));
  }

  /** What the office decides for itself. */
  public OfficePolicy officePolicy() {
    return OfficePolicy.read(file("config/office.yaml"));
  }

  /** What must lie on every way of a process to a release. */
  public ReleasePolicy releasePolicy() {
    return ReleasePolicy.read(file("config/release.yaml"), officePolicy().twoPersons());
  }

  /** How long the bodies of events are kept. */
  public RetentionSchedules retentionSchedules() {
    String path = "config/retention.yaml";
    return RetentionSchedules.read(path, bytes(path));
  }

  private PolicyFile file(String path) {
    return PolicyFile.parse(path, bytes(path));
  }

  private byte[] bytes(String path) {
    byte[] bytes = byPath.get(path);
    if (bytes == null) {
      throw new IllegalArgumentException("the policy has no " + path);
    }
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
