package org.glasnost.declassification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The examples of the calculus: data, worked out from the texts, a file for each family. */
public final class Examples {
  static final Path FOLDER = Path.of("src/test/resources/org/glasnost/declassification");

  /**
   * One example.
   *
   * @param file the family's file
   * @param whole whether the whole answer is compared, or only what is given
   * @param is what it is, in words
   * @param cite what the expectation rests on
   * @param ask the question, with what the file says of all its questions
   * @param expected what is expected, likewise
   */
  public record Example(
      String file,
      boolean whole,
      String is,
      String cite,
      Map<String, Object> ask,
      Map<String, Object> expected) {

    /** The rule ids, or members, of a list that is expected. */
    public List<String> ids(String key) {
      return Examples.texts(expected.get(key));
    }

    @Nullable String text(String key) {
      Object value = expected.get(key);
      return value == null || "none".equals(value) ? null : value.toString();
    }

    @Override
    public String toString() {
      return file + ": " + is;
    }
  }

  private Examples() {}

  /** Every example of the files that are about that. */
  public static List<Example> about(String subject) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Example> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".yaml")) {
          all.addAll(read(file, subject));
        }
      }
      return all;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Example> read(Path file, String subject) throws IOException {
    Map<String, Object> root = map(yaml().load(Files.readString(file)));
    if (!subject.equals(root.get("about"))) {
      return List.of();
    }
    String name = file.getFileName().toString();
    List<Example> examples = new ArrayList<>();
    for (Object one : (List<?>) root.getOrDefault("cases", List.of())) {
      Map<String, Object> given = map(one);
      Map<String, Object> ask = map(root.get("ask"));
      ask.putAll(map(given.remove("ask")));
      Map<String, Object> expected = map(root.get("expect"));
      expected.putAll(given);
      examples.add(
          new Example(
              name,
              !Boolean.FALSE.equals(root.get("whole")),
              String.valueOf(given.get("is")),
              String.valueOf(given.get("cite")),
              ask,
              expected));
    }
    return examples;
  }

  /** Reads dates as the texts they are. */
  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    loading.setCodePointLimit(Integer.MAX_VALUE);
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(loading),
        new Representer(dumping),
        dumping,
        loading,
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "tf");
            addImplicitResolver(Tag.NULL, NULL, "n\0");
          }
        });
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    }
    return copy;
  }

  static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** The question of an example; a member that no question has is a mistake in the example. */
  public static Question question(Map<String, Object> ask) {
    LocalDate asOf = day(ask.get("asOf"));
    if (asOf == null) {
      throw new IllegalArgumentException("an example says on which day it is asked");
    }
    QuestionBuilder question =
        Question.of(Purpose.valueOf(String.valueOf(ask.getOrDefault("purpose", "READ"))), asOf);
    ask.forEach((member, value) -> set(question, member, value));
    return question.build();
  }

  private static void set(QuestionBuilder question, String member, @Nullable Object value) {
    switch (member) {
      case "purpose", "asOf" -> {
        // Read before.
      }
      case "frame" -> question.frame(Frame.valueOf(String.valueOf(value)));
      case "originDate" -> question.originDate(day(value));
      case "decisionDate" -> question.decisionDate(day(value));
      case "level" -> question.level(value == null ? null : StatedLevel.valueOf(value.toString()));
      case "agency" -> question.agency(text(value));
      case "declassifyOn" -> question.declassifyOn(text(value));
      case "eventOccurredOn" -> question.eventOccurredOn(day(value));
      case "extension" -> {
        Map<String, Object> map = map(value);
        question.extension(new Extension(day(map.get("decidedOn")), day(map.get("to"))));
      }
      case "sources" -> question.sources(list(value).stream().map(s -> source(map(s))).toList());
      case "contains" -> question.contains(contents(value));
      case "humanSource" -> question.humanSource(Boolean.TRUE.equals(value));
      case "wmdDesign" -> question.wmdDesign(Boolean.TRUE.equals(value));
      case "permanent" -> question.permanent((Boolean) value);
      case "unscheduled" -> question.unscheduled(Boolean.TRUE.equals(value));
      case "scheduledOn" -> question.scheduledOn(day(value));
      case "fileBlockOldest" -> question.fileBlockOldest(day(value));
      case "fileBlockNewest" -> question.fileBlockNewest(day(value));
      case "exemptions" -> {
        List<String> claimed = texts(value);
        question.fileSeriesExemption(claimed.contains("FILE_SERIES"));
        question.exemptions(
            claimed.stream()
                .filter(c -> !c.equals("FILE_SERIES"))
                .map(c -> Exemption.parse(c).orElseThrow())
                .toList());
      }
      case "exemptionApproved" -> question.exemptionApproved(Boolean.TRUE.equals(value));
      case "specialMedia" -> question.specialMedia(Boolean.TRUE.equals(value));
      case "newlyDiscoveredOn" -> question.newlyDiscoveredOn(day(value));
      case "referral" -> {
        Map<String, Object> map = map(value);
        question.referral(
            new Referral(
                text(map.get("agency")),
                Referral.Course.valueOf(String.valueOf(map.get("by"))),
                day(map.get("notifiedOn"))));
      }
      default -> throw new IllegalArgumentException("no question has a member " + member);
    }
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static Source source(Map<String, Object> map) {
    return new Source(
        day(map.get("date")), text(map.get("instruction")), contents(map.get("contains")));
  }

  private static Set<SpecialContent> contents(@Nullable Object value) {
    return texts(value).stream().map(SpecialContent::valueOf).collect(Collectors.toSet());
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static @Nullable LocalDate day(@Nullable Object value) {
    return value == null ? null : LocalDate.parse(value.toString());
  }
}
