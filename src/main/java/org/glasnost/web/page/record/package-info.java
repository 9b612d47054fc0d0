/**
 * The pages of documents: list, document with its markings and its course, released copy.
 *
 * <p>Owns the pages under {@code /documents}. May import: {@code web.page}, {@code web} and the
 * public types of every room. Start with {@link org.glasnost.web.page.record.DocumentPage}.
 */
@NullMarked
package org.glasnost.web.page.record;

import org.jspecify.annotations.NullMarked;
