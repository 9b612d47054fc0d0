/**
 * Making a record public: redaction, the re-marked copy, the release register.
 *
 * <p>Owns what was withheld from which portion and on what basis, the check of it by a second
 * person, the released copy ({@code release.copy}) and the register of what was released when. The
 * original is never touched. May import: {@code review} and every room below it. Start with {@link
 * org.glasnost.release.copy.CopyMaking}.
 */
@NullMarked
package org.glasnost.release;

import org.jspecify.annotations.NullMarked;
