package org.glasnost.marking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a register of markings. Immutable.
 *
 * <p>The registers are kept as YAML under {@code config/registers}; the build checks them and
 * writes each edition as one plain resource, which this class reads with the JDK alone: one entry a
 * line, {@value #COLUMNS} fields parted by tabs, elements of a field by {@code |}.
 *
 * <p>Those in force are the three that ship, unless others were put in force before any was asked
 * for. They never change while the program runs.
 */
public final class MarkingRegister {
  /** Number of fields of a line. */
  public static final int COLUMNS = 17;

  private static final AtomicReference<@Nullable InForce> IN_FORCE = new AtomicReference<>();

  private final String id;
  private final String edition;
  private final List<RegisterEntry> entries;
  private final Map<RegisterCategory, Map<String, RegisterEntry>> byToken = new HashMap<>();
  private final Map<RegisterCategory, Map<String, RegisterEntry>> byForm = new HashMap<>();
  private final Map<RegisterCategory, Map<String, RegisterEntry>> byPortion = new HashMap<>();

  /**
   * @param id the register, such as {@code us-cnsi}
   * @param edition its edition, such as {@code 2016}
   * @param entries its words
   */
  public MarkingRegister(String id, String edition, List<RegisterEntry> entries) {
    this.id = id;
    this.edition = edition;
    this.entries = List.copyOf(entries);
    for (RegisterEntry entry : entries) {
      index(byToken, entry, Stream.of(entry.token()));
      index(byForm, entry, Stream.concat(entry.forms().stream(), entry.abbreviations().stream()));
      index(byPortion, entry, Stream.of(entry.portionForm()));
    }
  }

  /** Historic U.S. markings. */
  public static MarkingRegister historic() {
    return inForce().historic();
  }

  /** Classified national security information, as of the manual of 2016. */
  public static MarkingRegister cnsi() {
    return inForce().cnsi();
  }

  /** Controlled unclassified information. */
  public static MarkingRegister cui() {
    return inForce().cui();
  }

  /**
   * Puts editions in force other than those that ship: policy that an installation keeps itself. To
   * be called at the start; they must have been checked.
   *
   * @throws IllegalStateException if other editions are in force and may have been read from
   */
  public static void putInForce(
      MarkingRegister historic, MarkingRegister cnsi, MarkingRegister cui) {
    InForce wanted = new InForce(historic, cnsi, cui);
    InForce before = IN_FORCE.compareAndExchange(null, wanted);
    if (before != null && !before.saysTheSameAs(wanted)) {
      throw new IllegalStateException("other registers are in force already");
    }
  }

  /**
   * Loads an edition that travels on the class path.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static MarkingRegister load(String id, String edition) {
    String name = "registers/" + id + "-" + edition + ".register";
    try (InputStream in = MarkingRegister.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no register " + name + " on the class path");
      }
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return of(id, edition, lines.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * An edition from its compiled lines.
   *
   * @throws IllegalArgumentException if a line is none
   */
  public static MarkingRegister of(String id, String edition, List<String> lines) {
    return new MarkingRegister(id, edition, lines.stream().map(MarkingRegister::entry).toList());
  }

  /** The register's id, such as {@code us-cnsi}. */
  public String id() {
    return id;
  }

  /** Id and edition, as findings name a register. */
  public String name() {
    return id + "/" + edition;
  }

  /** All words. */
  public List<RegisterEntry> entries() {
    return entries;
  }

  /** The word of that token in the category, or null. */
  public @Nullable RegisterEntry token(RegisterCategory category, String token) {
    return byToken.getOrDefault(category, Map.of()).get(token);
  }

  /** The word so spelled in the category, or null. */
  public @Nullable RegisterEntry form(RegisterCategory category, String form) {
    return byForm.getOrDefault(category, Map.of()).get(form);
  }

  /** The word with that portion form in the category, or null. */
  public @Nullable RegisterEntry portion(RegisterCategory category, String portion) {
    return byPortion.getOrDefault(category, Map.of()).get(portion);
  }

  private static void index(
      Map<RegisterCategory, Map<String, RegisterEntry>> index,
      RegisterEntry entry,
      Stream<String> keys) {
    Map<String, RegisterEntry> words =
        index.computeIfAbsent(entry.category(), category -> new HashMap<>());
    keys.forEach(key -> words.putIfAbsent(key, entry));
  }

  private static RegisterEntry entry(String line) {
    List<String> fields = Arrays.asList(line.split("\t", -1));
    if (fields.size() != COLUMNS) {
      throw new IllegalArgumentException("a register line has " + COLUMNS + " fields: " + line);
    }
    return new RegisterEntry(
        fields.get(0),
        RegisterCategory.valueOf(fields.get(1)),
        elements(fields.get(2)),
        elements(fields.get(3)),
        optional(fields.get(4)),
        day(fields.get(5)),
        day(fields.get(6)),
        RegisterEntry.Reuse.valueOf(fields.get(7)),
        elements(fields.get(8)),
        elements(fields.get(9)).stream().map(StatedLevel::valueOf).toList(),
        elements(fields.get(10)),
        elements(fields.get(11)),
        elements(fields.get(12)),
        Integer.parseInt(fields.get(13)),
        optional(fields.get(14)),
        new Citation(fields.get(16), Citation.Standing.valueOf(fields.get(15))));
  }

  private static List<String> elements(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split("\\|", -1));
  }

  private static @Nullable String optional(String field) {
    return field.isEmpty() ? null : field;
  }

  private static @Nullable LocalDate day(String field) {
    return field.isEmpty() ? null : LocalDate.parse(field);
  }

  private static InForce inForce() {
    InForce inForce = IN_FORCE.get();
    if (inForce == null) {
      InForce shipped = Shipped.EDITIONS;
      InForce before = IN_FORCE.compareAndExchange(null, shipped);
      return before == null ? shipped : before;
    }
    return inForce;
  }

  /**
   * The editions that are read from.
   *
   * @param historic {@code us-historic}
   * @param cnsi {@code us-cnsi}
   * @param cui {@code us-cui}
   */
  private record InForce(MarkingRegister historic, MarkingRegister cnsi, MarkingRegister cui) {
    boolean saysTheSameAs(InForce other) {
      return same(historic, other.historic) && same(cnsi, other.cnsi) && same(cui, other.cui);
    }

    private static boolean same(MarkingRegister one, MarkingRegister other) {
      return one.name().equals(other.name()) && one.entries.equals(other.entries);
    }
  }

  /** Loaded at first use, once. */
  private static final class Shipped {
    static final InForce EDITIONS =
        new InForce(load("us-historic", "1"), load("us-cnsi", "2016"), load("us-cui", "2019"));

    private Shipped() {}
  }
}
