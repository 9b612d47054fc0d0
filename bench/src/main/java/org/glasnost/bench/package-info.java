/** How fast the pure rooms are, beside baselines measured in the same run. Not part of the build. */
package org.glasnost.bench;
