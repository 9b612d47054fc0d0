package org.glasnost.authority.access;

import java.util.UUID;
import org.glasnost.authority.Role;
import org.jspecify.annotations.Nullable;

/**
 * A need to know, as it is granted.
 *
 * @param document the document, or null for every document
 * @param source why
 * @param scope how much it opens
 * @param account the person, or null for any
 * @param role the role that must be held, or null for any
 * @param agency the agency of whoever asks, or null for any
 * @param task the task in whose course it holds, or null
 */
public record NeedToKnow(
    @Nullable UUID document,
    GrantSource source,
    GrantScope scope,
    @Nullable UUID account,
    @Nullable Role role,
    @Nullable String agency,
    @Nullable UUID task) {

  /** A grant to one person. */
  public static NeedToKnow person(
      UUID document, GrantSource source, GrantScope scope, UUID account, @Nullable UUID task) {
    return new NeedToKnow(document, source, scope, account, null, null, task);
  }

  /** A grant to whoever holds a role in an agency. */
  public static NeedToKnow holders(
      UUID document, GrantSource source, Role role, @Nullable String agency, @Nullable UUID task) {
    return new NeedToKnow(document, source, GrantScope.METADATA, null, role, agency, task);
  }

  /** The oversight of auditors over every document: metadata, never the text. */
  public static NeedToKnow oversight() {
    return new NeedToKnow(
        null, GrantSource.OVERSIGHT, GrantScope.METADATA, null, Role.AUDITOR, null, null);
  }

  /** A grant to every signed-in caller. */
  public static NeedToKnow everyone(UUID document) {
    return new NeedToKnow(document, GrantSource.RELEASE, GrantScope.TEXT, null, null, null, null);
  }
}
