/**
 * What is asked of a connection before anybody looks at who calls: that it is confidential, that
 * nobody but a named proxy speaks for others, that nobody takes more of the server than is theirs.
 *
 * <p>Owns the transport's settings, the valves before the application, and the limits on calls. May
 * import: {@code web} and the public types of {@code authority} and {@code rule}. Start with {@link
 * org.glasnost.web.transport.SecureTransport}.
 */
@NullMarked
package org.glasnost.web.transport;

import org.jspecify.annotations.NullMarked;
