package org.glasnost.release.copy;

/**
 * What a person asked to have removed from a portion. Checked against the text only by {@link
 * CopyMaking}, which refuses what does not lie in it.
 *
 * @param portion the portion's number: 4 for {@code p4}
 * @param from first code point within the portion, from 0
 * @param to the code point after the last
 * @param basis why it is withheld, such as {@code 3.3(b)(1)}
 */
public record Redaction(int portion, int from, int to, String basis) {}
