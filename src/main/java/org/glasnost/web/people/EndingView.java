package org.glasnost.web.people;

import java.time.Instant;
import java.util.UUID;
import org.glasnost.authority.office.Ending;
import org.jspecify.annotations.Nullable;

/**
 * That an officer ended something before its time, as answered over HTTP.
 *
 * @param by the account of the officer
 * @param reason why, in words
 */
record EndingView(UUID by, Instant at, String reason) {

  static @Nullable EndingView of(@Nullable Ending ending) {
    return ending == null ? null : new EndingView(ending.by(), ending.at(), ending.reason());
  }
}
