package org.glasnost.web.edge;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificate of a connection (RFC 5280 section 6): a chain to an authority that is
 * trusted, in date, made for signing in, and revoked by nobody in it. What cannot be known counts
 * against it.
 */
final class ClientCertificates {
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final int DIGITAL_SIGNATURE = 0;

  private final Set<TrustAnchor> authorities;
  private final RevocationLists revoked;
  private final Clock clock;

  ClientCertificates(Set<TrustAnchor> authorities, RevocationLists revoked, Clock clock) {
    this.authorities = Set.copyOf(authorities);
    this.revoked = revoked;
    this.clock = clock;
  }

  /**
   * What speaks against it, or null where nothing does.
   *
   * @param chain as the caller sent it, its own certificate first
   */
  @Nullable CertificateRefusal judge(List<X509Certificate> chain) {
    X509Certificate own = chain.get(0);
    if (authorities.isEmpty() || !isForSigningIn(own)) {
      return CertificateRefusal.CERTIFICATE_NOT_VALID;
    }
    try {
      PKIXBuilderParameters asked = parameters(chain);
      CertPath path;
      try {
        asked.setRevocationEnabled(false);
        path =
            ((PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(asked))
                .getCertPath();
      } catch (CertPathBuilderException noChain) {
        return CertificateRefusal.CERTIFICATE_NOT_VALID;
      }
      return path.getCertificates().isEmpty()
          // It is an authority itself, of which no list says whether it was revoked.
          ? CertificateRefusal.CERTIFICATE_NOT_VALID
          : revocation(path, chain);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has PKIX", e);
    } catch (GeneralSecurityException unclear) {
      return CertificateRefusal.CERTIFICATE_NOT_VALID;
    }
  }

  private @Nullable CertificateRefusal revocation(CertPath path, List<X509Certificate> chain)
      throws GeneralSecurityException {
    CertPathValidator validator = CertPathValidator.getInstance("PKIX");
    PKIXBuilderParameters asked = parameters(chain);
    PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
    // By the lists at hand: nobody is asked over the network while somebody waits.
    checker.setOptions(
        EnumSet.of(
            PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
    asked.addCertPathChecker(checker);
    try {
      validator.validate(path, asked);
      return null;
    } catch (CertPathValidatorException refused) {
      Reason reason = refused.getReason();
      if (reason == BasicReason.REVOKED) {
        return CertificateRefusal.CERTIFICATE_REVOKED;
      }
      return reason == BasicReason.UNDETERMINED_REVOCATION_STATUS
          ? CertificateRefusal.REVOCATION_UNKNOWN
          : CertificateRefusal.CERTIFICATE_NOT_VALID;
    }
  }

  private PKIXBuilderParameters parameters(List<X509Certificate> chain)
      throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
    X509CertSelector own = new X509CertSelector();
    own.setCertificate(chain.get(0));
    PKIXBuilderParameters asked = new PKIXBuilderParameters(authorities, own);
    asked.setDate(Date.from(clock.instant()));
    asked.addCertStore(store(chain));
    asked.addCertStore(store(revoked.inDate(clock.instant())));
    asked.addCertPathChecker(new UsageIsJudgedHere());
    return asked;
  }

  private static CertStore store(List<?> entries)
      throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
    return CertStore.getInstance("Collection", new CollectionCertStoreParameters(entries));
  }

  /** Whether its authority made it for signing in as a client, and said so. */
  private static boolean isForSigningIn(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    try {
      List<String> extended = certificate.getExtendedKeyUsage();
      return extended != null
          && extended.contains(CLIENT_AUTH)
          && (usage == null || usage[DIGITAL_SIGNATURE]);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  /** A critical extended key usage is no hindrance: it was judged before. */
  private static final class UsageIsJudgedHere extends PKIXCertPathChecker {
    @Override
    public void init(boolean forward) {}

    @Override
    public boolean isForwardCheckingSupported() {
      return true;
    }

    @Override
    public Set<String> getSupportedExtensions() {
      return Set.of(EXTENDED_KEY_USAGE);
    }

    @Override
    public void check(java.security.cert.Certificate certificate, Collection<String> unresolved) {
      unresolved.remove(EXTENDED_KEY_USAGE);
    }
  }
}
