/**
 * The work list and the forms of its tasks.
 *
 * <p>Owns the pages under {@code /tasks}. A form's fields are named by JSON pointers into the body
 * of the task, so that page and API say the same thing in the same words and a finding stands
 * beside the field that it names. May import: {@code web.page}, {@code web} and the public types of
 * every room. Start with {@link org.glasnost.web.page.task.TaskPage}.
 */
@NullMarked
package org.glasnost.web.page.task;

import org.jspecify.annotations.NullMarked;
