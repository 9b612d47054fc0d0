package org.glasnost.document;

import org.jspecify.annotations.Nullable;

/**
 * The words of a registration, kept sealed like the text itself.
 *
 * @param title never blank
 * @param author as written, or null
 * @param addressee as written, or null
 * @param controlNumber as written, or null
 */
public record Words(
    String title,
    @Nullable String author,
    @Nullable String addressee,
    @Nullable String controlNumber) {}
