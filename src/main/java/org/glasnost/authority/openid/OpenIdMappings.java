package org.glasnost.authority.openid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnost.policy.Agencies;

/**
 * What the providers' claims mean here, by registration, from {@code config/openid.yaml}.
 * Immutable.
 *
 * @param byRegistration the mapping of each
 */
public record OpenIdMappings(Map<String, OpenIdMapping> byRegistration) {

  /** Copies the mappings. */
  public OpenIdMappings {
    byRegistration = Map.copyOf(byRegistration);
  }

  /**
   * Reads the file.
   *
   * @param name for messages
   * @throws Unreadable with everything that is wrong, line by line
   */
  public static OpenIdMappings read(String name, byte[] bytes, Agencies agencies) {
    MappingReader reader = new MappingReader(name, agencies);
    Map<String, OpenIdMapping> read = reader.read(bytes);
    if (!reader.wrong().isEmpty()) {
      throw new Unreadable(reader.wrong());
    }
    return new OpenIdMappings(read);
  }

  /** The mapping of a registration. */
  public Optional<OpenIdMapping> of(String registration) {
    return Optional.ofNullable(byRegistration.get(registration));
  }

  /** The file says something that nothing here means. */
  public static final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> wrong;

    Unreadable(List<String> wrong) {
      super(String.join(" ", wrong));
      this.wrong = List.copyOf(wrong);
    }

    /** What is wrong, each with its line and what to write instead. */
    public List<String> wrong() {
      return wrong;
    }
  }
}
