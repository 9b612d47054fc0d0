package org.glasnost.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the intake officer says of a document. Nothing absent is guessed.
 *
 * @param title the title; required
 * @param documentDate the date of the document
 * @param originatingAgency an agency's id
 * @param author as written
 * @param addressee as written
 * @param controlNumber as written, such as {@code SYSTEM II 90336}
 * @param caseNumber such as {@code F99-051}
 * @param item within the case
 * @param enclosureOf the transmittal
 * @param recordStatus the appraisal; absent is {@link RecordStatus#UNKNOWN}
 */
public record Registration(
    @Nullable String title,
    @Nullable LocalDate documentDate,
    @Nullable String originatingAgency,
    @Nullable String author,
    @Nullable String addressee,
    @Nullable String controlNumber,
    @Nullable String caseNumber,
    @Nullable String item,
    @Nullable UUID enclosureOf,
    @Nullable RecordStatus recordStatus) {}
