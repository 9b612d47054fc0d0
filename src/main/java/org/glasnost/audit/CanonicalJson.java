package org.glasnost.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Canonicalization Scheme of RFC 8785: one value, one sequence of bytes.
 *
 * <p>Values are maps with text keys, lists, strings, finite numbers, booleans and null. Members
 * stand in the order of their names' UTF-16 code units, numbers as ECMAScript writes a double.
 * Nothing is normalised: two spellings of one text are two texts.
 */
public final class CanonicalJson {
  /** Beyond it a whole number is no longer exact as a double (RFC 8785, appendix D). */
  private static final long LARGEST_EXACT = 9_007_199_254_740_991L;

  private CanonicalJson() {}

  /**
   * The canonical bytes of a value, UTF-8.
   *
   * @throws IllegalArgumentException if the value is not JSON: another type, a number that is not
   *     finite or a whole number that a double cannot hold exactly, a lone surrogate
   */
  public static byte[] bytes(@Nullable Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The canonical text of a value.
   *
   * @throws IllegalArgumentException as {@link #bytes}
   */
  public static String text(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /**
   * An unmodifiable deep copy of an object, of which nothing changes when the caller's maps and
   * lists do.
   *
   * @throws IllegalArgumentException as {@link #bytes}
   */
  static Map<String, ?> copyOf(Map<String, ?> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : sorted(object).entrySet()) {
      copy.put((String) member.getKey(), copyOfValue(member.getValue()));
    }
    return Collections.unmodifiableMap(copy);
  }

  @SuppressWarnings("unchecked") // sorted() refuses a name that is not text
  private static @Nullable Object copyOfValue(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return copyOf((Map<String, ?>) object);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object element : list) {
        copy.add(copyOfValue(element));
      }
      return Collections.unmodifiableList(copy);
    }
    write(value, new StringBuilder());
    return value;
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof String text) {
      string(text, out);
    } else if (value instanceof Boolean bool) {
      out.append(bool.booleanValue());
    } else if (value instanceof Number number) {
      out.append(number(number));
    } else if (value instanceof List<?> list) {
      char before = '[';
      for (Object element : list) {
        out.append(before);
        write(element, out);
        before = ',';
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Map<?, ?> object) {
      char before = '{';
      for (Map.Entry<String, ?> member : sorted(object).entrySet()) {
        out.append(before);
        string(member.getKey(), out);
        out.append(':');
        write(member.getValue(), out);
        before = ',';
      }
      out.append(object.isEmpty() ? "{}" : "}");
    } else {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass().getName());
    }
  }

  /** By UTF-16 code units, which is what {@link String#compareTo} compares. */
  private static Map<String, @Nullable Object> sorted(Map<?, ?> object) {
    Map<String, @Nullable Object> members = new TreeMap<>();
    object.forEach(
        (name, value) -> {
          if (!(name instanceof String text)) {
            throw new IllegalArgumentException("a member's name is text");
          }
          members.put(text, value);
        });
    return members;
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new IllegalArgumentException("a lone surrogate has no UTF-8 form");
        }
        out.append(c).append(text.charAt(++i));
      } else if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= 0x20) {
        out.append(c);
      } else {
        control(c, out);
      }
    }
    out.append('"');
  }

  private static void control(char c, StringBuilder out) {
    int shortForm = "\b\t\n\f\r".indexOf(c);
    if (shortForm >= 0) {
      out.append('\\').append("btnfr".charAt(shortForm));
    } else {
      out.append("\\u00")
          .append(Character.forDigit(c >> 4, 16))
          .append(Character.forDigit(c & 15, 16));
    }
  }

  private static String number(Number number) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte) {
      long whole = number.longValue();
      if (whole > LARGEST_EXACT || whole < -LARGEST_EXACT) {
        throw new IllegalArgumentException("a double cannot hold it exactly: " + whole);
      }
      return Long.toString(whole);
    }
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("not a JSON number: " + value);
    }
    return ecmaScript(value);
  }

  /**
   * {@code Number::toString} of ECMA-262, on the fewest digits that read back as the same double.
   */
  private static String ecmaScript(double value) {
    if (value == 0) {
      return "0"; // minus zero too
    }
    BigDecimal shortest = ShortestDecimal.of(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int k = digits.length();
    int n = k - shortest.scale();
    StringBuilder out = new StringBuilder();
    if (value < 0) {
      out.append('-');
    }
    if (k <= n && n <= 21) {
      return out.append(digits).append("0".repeat(n - k)).toString();
    }
    if (0 < n && n <= 21) {
      return out.append(digits, 0, n).append('.').append(digits, n, k).toString();
    }
    if (-6 < n && n <= 0) {
      return out.append("0.").append("0".repeat(-n)).append(digits).toString();
    }
    out.append(digits.charAt(0));
    if (k > 1) {
      out.append('.').append(digits, 1, k);
    }
    int exponent = n - 1;
    return out.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent)).toString();
  }
}
