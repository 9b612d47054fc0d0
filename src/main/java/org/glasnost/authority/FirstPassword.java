package org.glasnost.authority;

import java.security.SecureRandom;

/**
 * A password that officers issue, in two halves: each of two officers is shown one and hands it to
 * the person, so that neither of them can sign in with it. It serves until its holder chooses
 * another.
 *
 * @param first what the officer is shown who proposes it
 * @param second what the officer is shown who approves it
 */
public record FirstPassword(String first, String second) {
  /** Small letters and digits that nobody takes for each other. */
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 3;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one; each half by itself leaves 59 bits unknown. */
  public static FirstPassword made() {
    return new FirstPassword(half(), half());
  }

  private static String half() {
    StringBuilder half = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        half.append('-');
      }
      half.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return half.toString();
  }

  /** What is signed in with: one half, a hyphen, the other. */
  public String whole() {
    return first + "-" + second;
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "FirstPassword";
  }
}
