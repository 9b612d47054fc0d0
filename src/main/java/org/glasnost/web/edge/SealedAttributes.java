package org.glasnost.web.edge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.glasnost.content.SealedElsewhere;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * What a session holds, as bytes: serialised and sealed under a key of the vault. Nothing is
 * deserialised that was not sealed here, and of that only the classes that sessions hold.
 */
final class SealedAttributes {
  private static final byte[] IN_SESSIONS = {1};

  /** What signing in and forms leave in a session; see ADR 0028. */
  private static final ObjectInputFilter HELD =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=30;maxbytes=1048576;"
              + "org.glasnost.web.SignedIn;org.glasnost.web.SignInMeans;"
              + "org.glasnost.authority.TokenScope;"
              + "org.springframework.security.**;org.springframework.util.*;"
              + "org.springframework.web.servlet.FlashMap;"
              + "java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;java.net.URL;!*");

  private SealedAttributes() {}

  static GenericConversionService conversion(SealedElsewhere sealed) {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(
        Object.class,
        byte[].class,
        held -> sealed.seal(SessionsInDatabase.HELD, bytes(held), IN_SESSIONS));
    conversion.addConverter(new Opening(sealed));
    return conversion;
  }

  /** Null, as if it were not there, where something was sealed under another key. */
  private record Opening(SealedElsewhere sealed) implements Converter<byte[], @Nullable Object> {
    @Override
    @SuppressWarnings("NullAway") // what is converted may be nothing, as the type argument says
    public @Nullable Object convert(byte[] bytes) {
      return sealed
          .open(SessionsInDatabase.HELD, bytes, IN_SESSIONS)
          .map(SealedAttributes::held)
          .orElse(null);
    }
  }

  private static byte[] bytes(Object held) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(held);
    } catch (IOException e) {
      throw new UncheckedIOException("a session does not hold " + held.getClass(), e);
    }
    return bytes.toByteArray();
  }

  private static @Nullable Object held(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(HELD);
      return in.readObject();
    } catch (IOException | ClassNotFoundException anotherVersion) {
      // Stored by another version of the application: whoever it was signs in again.
      return null;
    }
  }
}
