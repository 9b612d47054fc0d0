package org.glasnost.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What an open account is signed in to with.
 *
 * @param account the account
 * @param userName the name it signs in with
 * @param encodedPassword the password as stored, with the name of its hash
 * @param issued whether officers issued the password, so that another has to be chosen first
 * @param outlived whether they issued it so long ago that it opens nothing any more
 * @param demo whether it is one of the demo's accounts, whose password is no secret
 */
public record Credential(
    UUID account,
    String userName,
    String encodedPassword,
    boolean issued,
    boolean outlived,
    boolean demo) {

  /**
   * Tells this credential from an earlier one of the same account without telling the password's
   * hash: what was opened or verified under another seal no longer counts.
   */
  public String seal() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] sealed = (account + " " + encodedPassword).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(sealed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "Credential[" + userName + "]";
  }
}
