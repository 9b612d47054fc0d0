package org.glasnost.web.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revocation lists that are delivered as files (RFC 5280 section 5), in DER or PEM. A file that
 * changed is read anew; one that cannot be read holds no list.
 */
final class RevocationLists {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);

  /** What tells a file from what it was when it was read. */
  private record Version(FileTime changed, long size) {}

  private record Known(Version version, List<X509CRL> lists) {}

  private final List<Path> files;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  RevocationLists(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /** The lists that are in date at an instant. One that does not say until when is not. */
  List<X509CRL> inDate(Instant at) {
    return files.stream()
        .flatMap(file -> lists(file).stream())
        .filter(
            list -> list.getNextUpdate() != null && list.getNextUpdate().toInstant().isAfter(at))
        .filter(list -> !list.getThisUpdate().toInstant().isAfter(at))
        .toList();
  }

  private List<X509CRL> lists(Path file) {
    try {
      Version version = new Version(Files.getLastModifiedTime(file), Files.size(file));
      Known last = known.get(file);
      if (last != null && last.version().equals(version)) {
        return last.lists();
      }
      List<X509CRL> lists = read(Files.readAllBytes(file));
      known.put(file, new Known(version, lists));
      return lists;
    } catch (IOException | CRLException e) {
      LOG.atWarn().addKeyValue("file", file).log("no revocation list can be read here");
      known.remove(file);
      return List.of();
    }
  }

  private static List<X509CRL> read(byte[] bytes) throws CRLException {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCRLs(new ByteArrayInputStream(bytes))
          .stream()
          .map(X509CRL.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IllegalStateException("every Java has X.509", e);
    }
  }
}
