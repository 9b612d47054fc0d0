package org.glasnost.web.edge;

/** Why a certificate opens nothing: for the journal, never for the caller. */
enum CertificateRefusal {
  /** A revocation list has it, or one above it. */
  CERTIFICATE_REVOKED,
  /** Whether it was revoked cannot be known: a list is missing, out of date or not signed. */
  REVOCATION_UNKNOWN,
  /** It is out of date, of another authority, or not made for signing in. */
  CERTIFICATE_NOT_VALID,
  /** It names nobody who has an open account. */
  UNKNOWN_ACCOUNT
}
