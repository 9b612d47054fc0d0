package org.glasnost.journey;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The forms in which words may lie among bytes: as they are, in hexadecimal, in Base64. */
final class Traces {
  private final Map<String, byte[]> forms = new LinkedHashMap<>();

  private Traces(String words) {
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      byte[] bytes = words.getBytes(charset);
      forms.put(charset.name(), bytes);
      String hex = HexFormat.of().formatHex(bytes);
      add("hexadecimal of " + charset.name(), hex);
      add("upper hexadecimal of " + charset.name(), hex.toUpperCase(java.util.Locale.ROOT));
      for (int before = 0; before < 3; before++) {
        add("Base64 of " + charset.name() + " after " + before, base64(bytes, before));
      }
    }
  }

  static Traces of(String words) {
    return new Traces(words);
  }

  /** The first form in which the words lie among the bytes. */
  Optional<String> in(byte[] bytes) {
    return forms.entrySet().stream()
        .filter(form -> contains(bytes, form.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What is the same of the Base64 of these bytes, whatever stands before and after them. */
  private static String base64(byte[] bytes, int before) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int whole = shifted.length / 3 * 4;
    return text.substring(before == 0 ? 0 : before + 1, whole);
  }

  private void add(String name, String text) {
    forms.put(name, text.getBytes(StandardCharsets.US_ASCII));
  }

  static boolean contains(byte[] bytes, byte[] wanted) {
    byte first = wanted[0];
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == first && matches(bytes, i, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at, byte[] wanted) {
    for (int k = 1; k < wanted.length; k++) {
      if (bytes[at + k] != wanted[k]) {
        return false;
      }
    }
    return true;
  }
}
