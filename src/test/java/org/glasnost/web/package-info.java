/** Tests of what is answered over HTTP. */
@NullMarked
package org.glasnost.web;

import org.jspecify.annotations.NullMarked;
