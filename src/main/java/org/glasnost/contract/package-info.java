/**
 * The calculators as other programs know them: requests and answers as JSON, member by member as
 * the HTTP contract has them, and the strictness with which JSON is read.
 *
 * <p>Owns {@link org.glasnost.contract.Calculators} and the records it takes and gives. May import:
 * the pure rooms and Jackson; no Spring. Both doors, {@code web} and {@code command}, go through
 * it, so that they cannot answer differently. Start with {@link org.glasnost.contract.Calculators}.
 */
@NullMarked
package org.glasnost.contract;

import org.jspecify.annotations.NullMarked;
