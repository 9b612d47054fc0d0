package org.glasnost.web.edge;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Which account a certificate opens, from the section {@code certificates} of {@code
 * config/sign-in.yaml}. Without the section a certificate opens none.
 *
 * @param name where the certificate says whose it is, or null where certificates are off
 * @param domain what follows the last {@code @} of each name and is no part of the user name; null
 *     where the whole name is the user name
 */
public record CertificateRules(@Nullable CertificateName name, @Nullable String domain) {
  private static final CertificateRules OFF = new CertificateRules(null, null);
  private static final String SECTION = "certificates";
  private static final Set<String> SECTIONS = Set.of(SECTION, "openid");
  private static final Set<String> ENTRIES = Set.of("name", "domain");

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException if it is not of that form; the message says what is wrong
   */
  public static CertificateRules read(byte[] yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object top;
    try {
      top = new Yaml(new SafeConstructor(options)).load(new String(yaml, StandardCharsets.UTF_8));
    } catch (YAMLException e) {
      throw new IllegalArgumentException("it does not read as YAML", e);
    }
    if (top == null) {
      return OFF;
    }
    if (!(top instanceof Map<?, ?> sections) || !SECTIONS.containsAll(sections.keySet())) {
      throw new IllegalArgumentException("it holds the sections certificates and openid alone");
    }
    if (!sections.containsKey(SECTION)) {
      return OFF;
    }
    if (!(sections.get(SECTION) instanceof Map<?, ?> section)
        || !ENTRIES.containsAll(section.keySet())) {
      throw new IllegalArgumentException("certificates says name, and domain if need be, alone");
    }
    return of(section);
  }

  private static CertificateRules of(Map<?, ?> section) {
    CertificateName name =
        Arrays.stream(CertificateName.values())
            .filter(known -> known.name().equals(section.get("name")))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "name of certificates is one of "
                            + List.of(CertificateName.values())
                            + ", not "
                            + section.get("name")));
    Object domain = section.get("domain");
    if (domain == null) {
      return new CertificateRules(name, null);
    }
    if (name == CertificateName.SUBJECT_CN
        || !(domain instanceof String words)
        || !words.matches("[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "domain of certificates is one such as example.gov, for SAN_UPN and SAN_EMAIL alone");
    }
    return new CertificateRules(name, words);
  }

  /** Whether certificates open anything. */
  public boolean on() {
    return name != null;
  }

  /** The user name that a certificate names. */
  Optional<String> userName(X509Certificate certificate) {
    return name == null ? Optional.empty() : name.of(certificate).flatMap(this::withoutDomain);
  }

  private Optional<String> withoutDomain(String named) {
    if (named.isBlank() || named.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (domain == null) {
      return Optional.of(named);
    }
    String end = "@" + domain;
    int at = named.length() - end.length();
    return at > 0
            && named.substring(at).toLowerCase(Locale.ROOT).equals(end.toLowerCase(Locale.ROOT))
        ? Optional.of(named.substring(0, at))
        : Optional.empty();
  }
}
