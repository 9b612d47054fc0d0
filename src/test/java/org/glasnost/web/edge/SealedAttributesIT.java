package org.glasnost.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.glasnost.content.SealedElsewhere;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.RunningGlasnost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.support.GenericConversionService;

/** What a session holds is of listed classes, even where the key that seals it is known. */
class SealedAttributesIT {
  private static final byte[] IN_SESSIONS = {1};

  /** Of a class that no session holds; tells when it is brought to life. */
  private static final class Slipped implements Serializable {
    @Serial private static final long serialVersionUID = 1;
    private static final AtomicInteger CAME_TO_LIFE = new AtomicInteger();

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      CAME_TO_LIFE.incrementAndGet();
    }
  }

  private final SealedElsewhere sealed =
      RunningGlasnost.on(Databases.H2).part(SealedElsewhere.class);
  private final GenericConversionService conversion = SealedAttributes.conversion(sealed);

  @Test
  void opensNothingOfAClassThatIsNotListedThoughItIsSealedRightly() throws IOException {
    for (Object slipped :
        List.of(
            new Slipped(),
            new File("notional"),
            new ArrayList<>(List.of(new Slipped())),
            new HashMap<>(Map.of("within", new Slipped())),
            new Slipped[] {new Slipped()})) {
      assertThat(opened(slipped)).as(slipped.getClass().getName()).isNull();
    }
    assertThat(Slipped.CAME_TO_LIFE).hasValue(0);
  }

  @Test
  void opensWhatIsListed() throws IOException {
    assertThat(opened(new ArrayList<>(List.of("notional")))).isEqualTo(List.of("notional"));
    assertThat(conversion.convert(conversion.convert("notional", byte[].class), Object.class))
        .isEqualTo("notional");
  }

  @Test
  void opensNothingThatNestsDeeperThanASessionDoes() throws IOException {
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    assertThat(opened(deep)).isNull();
  }

  private @Nullable Object opened(Object held) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(held);
    }
    return conversion.convert(
        sealed.seal(SessionsInDatabase.HELD, bytes.toByteArray(), IN_SESSIONS), Object.class);
  }
}
