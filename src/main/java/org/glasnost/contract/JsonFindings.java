package org.glasnost.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that is not the JSON asked for. */
public final class JsonFindings {
  private static final int WORDS_IN_A_SENTENCE = 20;
  private static final int LONGEST_TOKEN = 80;

  private JsonFindings() {}

  /** The refusal that stands for what the reader met. */
  public static Refused refusal(JacksonException met) {
    for (Throwable cause = met; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused;
      }
    }
    String pointer = pointer(met.getPath());
    if (met instanceof UnrecognizedPropertyException unknown) {
      return malformed(
          Finding.error(
                  "WEB-0002",
                  "There is no such member here; leave it out. Known are " + known(unknown) + ".")
              .atMember(pointer)
              .about(shortened(unknown.getPropertyName())));
    }
    if (met instanceof InvalidFormatException format
        && format.getTargetType() == UUID.class
        && format.getValue() instanceof String) {
      return Refused.notKnown();
    }
    if (met instanceof MismatchedInputException mismatch) {
      Finding finding =
          Finding.error(
                  "WEB-0003",
                  "This member is not of the type asked for: " + asked(mismatch.getTargetType()))
              .atMember(pointer);
      if (mismatch.getTargetType() != null && isManyWords(mismatch.getTargetType())) {
        // Once, and not in the detail of the problem again.
        finding = finding.suggesting(words(mismatch.getTargetType()));
      }
      return malformed(
          mismatch instanceof InvalidFormatException format
              ? finding.about(shortened(String.valueOf(format.getValue())))
              : finding);
    }
    if (met instanceof InputCoercionException) {
      return malformed(
          Finding.error(
                  "WEB-0003",
                  "This member is not of the type asked for: a whole number of at most ten digits.")
              .atMember(pointer));
    }
    return malformed(
        Finding.error("WEB-0001", "The body is not JSON, or says the same member twice."));
  }

  /** What is said of a member where none is known. */
  public static Finding unknownMember(String name) {
    return Finding.error("WEB-0002", "There is no such member here; leave it out. Known are none.")
        .atMember("/" + escaped(name))
        .about(shortened(name));
  }

  /**
   * What is said of a parameter that is not of its type.
   *
   * @param type what it must be, or null where nobody knows
   */
  public static Finding parameter(String name, @Nullable Class<?> type) {
    Finding finding =
        Finding.error(
            "WEB-0004", "The parameter '" + name + "' is not of its type: " + asked(type));
    return type != null && isManyWords(type) ? finding.suggesting(words(type)) : finding;
  }

  /** The refusal of a body that is not an object. */
  public static Refused notAnObject() {
    return malformed(
        Finding.error("WEB-0003", "This is not of the type asked for: an object.").atMember(""));
  }

  private static Refused malformed(Finding finding) {
    return new Refused(Ground.MALFORMED, finding);
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds() == null
        ? "none"
        : String.join(
            ", ", unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList());
  }

  private static String asked(@Nullable Class<?> type) {
    if (type == null) {
      return "another one.";
    }
    if (isManyWords(type)) {
      return "one of the " + type.getEnumConstants().length + " words that are suggested.";
    }
    if (type.isEnum()) {
      return "one of " + words(type) + ".";
    }
    if (type == LocalDate.class) {
      return "a date such as 1985-03-25.";
    }
    if (type == Instant.class) {
      return "an instant such as 2026-01-01T12:00:00Z.";
    }
    if (type == String.class) {
      return "a text.";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false.";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number.";
    }
    if (type == UUID.class) {
      return "an id, as a text.";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list.";
    }
    return "an object.";
  }

  private static boolean isManyWords(Class<?> type) {
    return type.isEnum() && type.getEnumConstants().length > WORDS_IN_A_SENTENCE;
  }

  private static String words(Class<?> type) {
    return String.join(
        ", ", List.of(type.getEnumConstants()).stream().map(String::valueOf).toList());
  }

  /** RFC 6901. The whole body is {@code ""}. */
  private static String pointer(List<Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (Reference step : path) {
      pointer.append('/');
      String name = step.getPropertyName();
      pointer.append(name == null ? String.valueOf(step.getIndex()) : escaped(name));
    }
    return pointer.toString();
  }

  private static String escaped(String name) {
    return shortened(name).replace("~", "~0").replace("/", "~1");
  }

  private static String shortened(String token) {
    int length = token.codePointCount(0, token.length());
    return length <= LONGEST_TOKEN
        ? token
        : token.substring(0, token.offsetByCodePoints(0, LONGEST_TOKEN)) + "…";
  }
}
