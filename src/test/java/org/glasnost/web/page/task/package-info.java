/** The pages of tasks. */
@NullMarked
package org.glasnost.web.page.task;

import org.jspecify.annotations.NullMarked;
