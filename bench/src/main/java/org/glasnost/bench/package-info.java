/**
 * How fast the pure rooms and the access decision are, beside baselines measured in the same run.
 * Not part of the build.
 */
package org.glasnost.bench;
