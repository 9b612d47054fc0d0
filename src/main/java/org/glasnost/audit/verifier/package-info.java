/**
 * Checks an export of the journal, offline, trusting nobody who wrote it.
 *
 * <p>Shares only the written format (docs/spec/journal.md) with the writer: it uses none of its
 * classes. May import: the JDK and JSpecify, nothing else. Start with {@link
 * org.glasnost.audit.verifier.Verification}.
 */
@NullMarked
package org.glasnost.audit.verifier;

import org.jspecify.annotations.NullMarked;
