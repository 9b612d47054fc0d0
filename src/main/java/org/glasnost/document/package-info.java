/**
 * Documents, their portions, and every marking they bore, in two times.
 *
 * <p>Owns the registration (intake, correction, withdrawal), what the reader found and what a
 * person confirmed of it, the marking history, the state of a document, holds on it and its
 * destruction ({@link org.glasnost.document.DestroyingDocument}). A document at rest has no process
 * instance; what must move asks through {@link org.glasnost.document.LifeCycle}. May import: the
 * pure rooms, {@code audit}, {@code policy}, {@code authority}, {@code content}. Start with {@link
 * org.glasnost.document.RegisteringDocument}.
 */
@NullMarked
package org.glasnost.document;

import org.jspecify.annotations.NullMarked;
