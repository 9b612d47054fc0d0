/**
 * Declassification reviews: who decided what about each document, in which order, by whom.
 *
 * <p>Owns the order of a review, the decisions portion by portion, their comparison, the equities
 * of other agencies with their answers, and the signature that changes a marking. A step that comes
 * out of order or from the wrong person is refused here, whatever a process says. May import:
 * {@code document} and all below it. Start with {@link org.glasnost.review.DocumentReview}.
 */
@NullMarked
package org.glasnost.review;

import org.jspecify.annotations.NullMarked;
