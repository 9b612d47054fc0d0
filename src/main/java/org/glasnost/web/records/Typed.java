package org.glasnost.web.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.glasnost.contract.IsoTimes;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed into fields; an empty field is absent. What cannot be read is found, and
 * nothing is guessed in its place.
 */
public final class Typed {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final List<Finding> findings = new ArrayList<>();

  /** Nothing is read yet. */
  public Typed() {}

  /** The words of a field. */
  public static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** A day such as {@code 1985-03-25}. */
  public @Nullable LocalDate day(@Nullable String typed, String pointer) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException noSuchDay) {
      // Found below: 30 February is no more a day than a word is.
    }
    findings.add(
        Finding.error("WEB-0201", "Write a day as year-month-day, such as 1985-03-25.")
            .atMember(pointer));
    return null;
  }

  /** The id of a document or account. */
  public @Nullable UUID id(@Nullable String typed, String pointer) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    if (ID.matcher(text).matches()) {
      return UUID.fromString(text);
    }
    findings.add(
        Finding.error("WEB-0202", "An id has the form 8-4-4-4-12 of hexadecimal digits.")
            .atMember(pointer));
    return null;
  }

  /** An instant such as {@code 2026-01-01T12:00:00Z}. */
  public @Nullable Instant instant(@Nullable String typed, String pointer) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    try {
      return IsoTimes.instant(text);
    } catch (DateTimeParseException none) {
      findings.add(
          Finding.error("WEB-0240", "Write an instant in UTC, such as 2026-01-01T12:00:00Z.")
              .atMember(pointer));
      return null;
    }
  }

  /** A position in a text, in code points from 0. */
  @Nullable Integer position(@Nullable String typed, String pointer) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException noNumber) {
      findings.add(Finding.error("WEB-0203", "Write a whole number.").atMember(pointer));
      return null;
    }
  }

  /** One of a few words. */
  @Nullable String among(List<String> words, @Nullable String typed, String pointer) {
    String text = text(typed);
    if (text != null && !words.contains(text)) {
      findings.add(Finding.error("WEB-0204", "Choose one of the list.").atMember(pointer));
    }
    return text;
  }

  /** One of a closed set. */
  public <E extends Enum<E>> @Nullable E one(Class<E> of, @Nullable String typed, String pointer) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    for (E constant : of.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    findings.add(Finding.error("WEB-0204", "Choose one of the list.").atMember(pointer));
    return null;
  }

  /**
   * Ends the reading.
   *
   * @throws Refused MALFORMED with everything that could not be read
   */
  public void refuseIfAny() {
    refuseIfAny(List.of());
  }

  /**
   * Ends the reading, where something else was found in what could be read.
   *
   * @throws Refused with all of it; MALFORMED where some could not be read, else RULE
   */
  void refuseIfAny(List<Finding> besides) {
    if (findings.isEmpty()) {
      Refused.ifAnyError(besides);
      return;
    }
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(besides);
    throw new Refused(Refused.Ground.MALFORMED, all);
  }

  /** An enum's name in words: {@code SENT_BACK} is "Sent back". */
  public static String words(Enum<?> constant) {
    String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
