package org.glasnost.web.edge;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/** Where a certificate says whose it is. */
public enum CertificateName {
  /** The user principal name among the alternative names, as PIV and CAC cards have it. */
  SAN_UPN {
    @Override
    List<String> in(X509Certificate certificate) throws IOException {
      List<String> names = new ArrayList<>();
      for (GeneralName name : alternatives(certificate)) {
        if (name.getTagNo() == GeneralName.otherName) {
          OtherName other = OtherName.getInstance(name.getName());
          if (other.getTypeID().equals(UPN)) {
            names.add(ASN1UTF8String.getInstance(other.getValue()).getString());
          }
        }
      }
      return names;
    }
  },
  /** The address of mail among the alternative names (RFC 5280 section 4.2.1.6). */
  SAN_EMAIL {
    @Override
    List<String> in(X509Certificate certificate) throws IOException {
      return alternatives(certificate).stream()
          .filter(name -> name.getTagNo() == GeneralName.rfc822Name)
          .map(name -> ((ASN1String) name.getName()).getString())
          .toList();
    }
  },
  /** The common name of the subject. */
  SUBJECT_CN {
    @Override
    List<String> in(X509Certificate certificate) {
      RDN[] names =
          X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
              .getRDNs(BCStyle.CN);
      List<String> texts = new ArrayList<>();
      for (RDN name : names) {
        Arrays.stream(name.getTypesAndValues())
            .filter(part -> part.getType().equals(BCStyle.CN))
            .forEach(part -> texts.add(text(part.getValue())));
      }
      return texts;
    }
  };

  private static final ASN1ObjectIdentifier UPN =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

  abstract List<String> in(X509Certificate certificate) throws IOException;

  /** The name that stands there; nothing where there is none, or more than one to choose from. */
  Optional<String> of(X509Certificate certificate) {
    try {
      List<String> names = in(certificate);
      return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    } catch (IOException | IllegalArgumentException | ClassCastException notThatForm) {
      return Optional.empty();
    }
  }

  private static List<GeneralName> alternatives(X509Certificate certificate) throws IOException {
    byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
    return extension == null
        ? List.of()
        : List.of(
            GeneralNames.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                .getNames());
  }

  private static String text(ASN1Encodable value) {
    return ((ASN1String) value).getString();
  }
}
