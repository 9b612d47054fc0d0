package org.glasnost.marking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a derivative classifier would write today when words under this marking are used again.
 * Never the marking of the document itself, which stays verbatim.
 *
 * @param banner the banner line, such as {@code SECRET//NOFORN}
 * @param portion the portion mark, such as {@code (S//NF)}
 * @param basis the rule by which today's form follows, and behind it each source that was not read
 *     but on which a word's successor rests
 * @param unrepresented what today's syntax cannot hold, verbatim
 * @param ism the ISM attributes, names to space-delimited values, in ISM's order
 */
public record Canonical(
    String banner,
    String portion,
    String basis,
    List<String> unrepresented,
    Map<String, String> ism) {

  /** Copies the collections; the order of the attributes is kept. */
  public Canonical {
    unrepresented = List.copyOf(unrepresented);
    ism = Collections.unmodifiableMap(new LinkedHashMap<>(ism));
  }

  /** This form with further ISM attributes behind its own, such as those of an instruction. */
  public Canonical with(Map<String, String> attributes) {
    Map<String, String> all = new LinkedHashMap<>(ism);
    all.putAll(attributes);
    return new Canonical(banner, portion, basis, unrepresented, all);
  }
}
