/**
 * The released copy of a record: what is left of its text, the old markings lined through, the
 * declassification mark; as plain text, HTML and PDF.
 *
 * <p>Owns the one place where an original's text becomes a copy's ({@link
 * org.glasnost.release.copy.CopyMaking}), and the three renderings, which see the copy alone. What
 * is withheld is gone before a rendering starts. May import: {@code rule}, the JDK, JSpecify, and
 * PDFBox in the rendering as PDF. Start with {@link org.glasnost.release.copy.ReleasedCopy}.
 */
@NullMarked
package org.glasnost.release.copy;

import org.jspecify.annotations.NullMarked;
