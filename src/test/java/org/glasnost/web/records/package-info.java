/** Tests of the pages of intake, records management, administration and audit. */
@NullMarked
package org.glasnost.web.records;

import org.jspecify.annotations.NullMarked;
