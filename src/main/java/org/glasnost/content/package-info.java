/**
 * Bytes at rest: texts, drafts, free-text reasons and whatever else quotes them, each sealed under
 * the key of its owner.
 *
 * <p>Owns {@link org.glasnost.content.Vault} (store, read, destroy) and {@link
 * org.glasnost.content.WrappingKeys} (the port to the key store), the rotation of the wrapping key
 * ({@link org.glasnost.content.Rewrapping}) and the list of what was destroyed ({@link
 * org.glasnost.content.Tombstones}). May import: {@code rule}, {@code audit}. Start with {@link
 * org.glasnost.content.Vault}.
 */
@NullMarked
package org.glasnost.content;

import org.jspecify.annotations.NullMarked;
