package org.glasnost.authority.openid;

/**
 * What a provider's tokens may be signed with: by a private key that the provider alone has. There
 * is no word for none and none for a shared secret (RFC 8725 section 3.1).
 */
public enum TokenAlgorithm {
  /** RSA with PKCS #1 padding. */
  RS256,
  /** The same, longer hash. */
  RS384,
  /** The same, longest hash. */
  RS512,
  /** RSA with PSS padding. */
  PS256,
  /** The same, longer hash. */
  PS384,
  /** The same, longest hash. */
  PS512,
  /** ECDSA on P-256. */
  ES256,
  /** ECDSA on P-384. */
  ES384,
  /** ECDSA on P-521. */
  ES512
}
