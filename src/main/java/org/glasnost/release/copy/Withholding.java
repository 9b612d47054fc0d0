package org.glasnost.release.copy;

/**
 * That something of a portion is withheld, and why. It says neither where in the portion nor how
 * much.
 *
 * @param portion the portion's number: 4 for {@code p4}
 * @param basis why it is withheld, such as {@code 3.3(b)(1)}
 */
public record Withholding(int portion, String basis) {}
