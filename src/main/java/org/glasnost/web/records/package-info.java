/**
 * The pages of those who keep the house: intake, records management, administration, audit.
 *
 * <p>Owns the page controllers of registrations, reviews, the journal, process definitions and
 * deployments; their templates stand in {@code src/main/resources/templates/records}. May import:
 * {@code web}, {@code web.page} and the public types of every room. Start with {@link
 * org.glasnost.web.records.IntakePage}.
 */
@NullMarked
package org.glasnost.web.records;

import org.jspecify.annotations.NullMarked;
