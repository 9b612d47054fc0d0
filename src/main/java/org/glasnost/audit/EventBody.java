package org.glasnost.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The written form of an event (docs/spec/journal.md, "The body"). */
public final class EventBody {
  /** The edition of the form; written into each body, so that stored events outlive a new one. */
  static final int FORM = 1;

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private EventBody() {}

  /** An instant as bodies bear it: UTC, always six decimals. */
  public static String instant(Instant at) {
    return MICROSECONDS.format(at);
  }

  /** Whether a commitment binds a body. */
  public static boolean isBound(byte[] canonical, byte[] salt, byte[] commitment) {
    return Arrays.equals(Hashes.commitment(salt, canonical), commitment);
  }

  /** The canonical bytes of an event; a member that is null is left out. */
  static byte[] canonical(UUID id, Instant at, JournalEntry entry) {
    Occasion occasion = entry.occasion();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("form", FORM);
    body.put("id", id.toString());
    body.put("at", instant(at));
    body.put("kind", entry.kind().name());
    body.put("label", entry.concern().label());
    body.put("actor", actor(occasion.actor()));
    body.put("client", occasion.client().name());
    body.put("policyRelease", occasion.policyRelease());
    body.put("cites", entry.ground().cites());
    put(body, "effectiveOn", text(entry.change().effectiveOn()));
    put(body, "role", occasion.role());
    put(body, "task", text(occasion.task()));
    put(body, "process", occasion.process());
    put(body, "document", text(entry.concern().document()));
    put(body, "review", text(entry.concern().review()));
    put(body, "before", entry.change().before());
    put(body, "after", entry.change().after());
    put(body, "authority", entry.ground().authority());
    put(body, "reasonCode", entry.ground().reasonCode());
    return CanonicalJson.bytes(body);
  }

  private static Map<String, Object> actor(Actor who) {
    Map<String, Object> actor = new LinkedHashMap<>();
    actor.put("id", who.id().toString());
    actor.put("office", who.office());
    put(actor, "name", who.name());
    return actor;
  }

  private static void put(Map<String, Object> body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value);
    }
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
