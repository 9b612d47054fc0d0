/** Tests of the command line. */
@NullMarked
package org.glasnost.command;

import org.jspecify.annotations.NullMarked;
