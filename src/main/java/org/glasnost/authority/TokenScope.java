package org.glasnost.authority;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token lets a program do in its holder's name; never more than the holder may. */
public enum TokenScope {
  /** Read, and ask the calculators. */
  READ,
  /** Change what its holder may change. */
  WRITE,
  /** Sign a determination, which otherwise takes a fresh sign-in (RFC 9470). */
  SIGN;

  /** As it is written in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of that word, or empty. */
  public static Optional<TokenScope> of(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
