package org.glasnost.web.records;

import java.util.Set;
import java.util.UUID;
import org.glasnost.document.Document;
import org.glasnost.document.Dossier;
import org.glasnost.document.RecordStatus;
import org.glasnost.document.Registration;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it was typed, so that it can be shown again as it was typed.
 *
 * @param reason why it is corrected; on the form of a correction alone
 * @param version the version that the person saw; on the form of a correction alone
 */
record RegistrationForm(
    @Nullable String title,
    @Nullable String documentDate,
    @Nullable String originatingAgency,
    @Nullable String author,
    @Nullable String addressee,
    @Nullable String controlNumber,
    @Nullable String caseNumber,
    @Nullable String item,
    @Nullable String enclosureOf,
    @Nullable String recordStatus,
    @Nullable String text,
    @Nullable String reason,
    @Nullable String version) {

  /** The fields that findings are shown beside. */
  static final Set<String> FIELDS =
      Set.of(
          "/title",
          "/documentDate",
          "/originatingAgency",
          "/author",
          "/addressee",
          "/controlNumber",
          "/caseNumber",
          "/item",
          "/enclosureOf",
          "/recordStatus",
          "/text",
          "/reason");

  /** A form in which nothing has been typed, perhaps as the enclosure of a known document. */
  static RegistrationForm empty(@Nullable String enclosureOf) {
    return new RegistrationForm(
        null, null, null, null, null, null, null, null, enclosureOf, null, null, null, null);
  }

  /** What is on record. */
  static RegistrationForm of(Dossier dossier) {
    Document document = dossier.document();
    UUID transmittal = dossier.enclosureOf();
    return new RegistrationForm(
        dossier.words().title(),
        document.documentDate() == null ? null : document.documentDate().toString(),
        document.originatingAgency(),
        dossier.words().author(),
        dossier.words().addressee(),
        dossier.words().controlNumber(),
        document.caseNumber(),
        document.item(),
        transmittal == null ? null : transmittal.toString(),
        document.recordStatus().name(),
        null,
        null,
        String.valueOf(document.version()));
  }

  /** Reads it. */
  Registration registration(Typed typed) {
    return new Registration(
        Typed.text(title),
        typed.day(documentDate, "/documentDate"),
        Typed.text(originatingAgency),
        Typed.text(author),
        Typed.text(addressee),
        Typed.text(controlNumber),
        Typed.text(caseNumber),
        Typed.text(item),
        typed.id(enclosureOf, "/enclosureOf"),
        typed.one(RecordStatus.class, recordStatus, "/recordStatus"));
  }
}
