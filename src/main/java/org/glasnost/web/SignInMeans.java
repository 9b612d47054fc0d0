package org.glasnost.web;

/** What somebody signed in with. */
public enum SignInMeans {
  /** A user name and a password. */
  PASSWORD,
  /** A client certificate of the TLS connection. */
  CERTIFICATE,
  /** An OpenID provider. */
  OPENID,
  /** A token of the API. */
  TOKEN
}
