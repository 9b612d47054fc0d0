package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** The names of compartments under a control system: their short forms, and what they look like. */
final class Compartments {
  private static final Pattern OF_SI = Pattern.compile("[A-Z]{2,3}");
  private static final Pattern OF_RESERVE = Pattern.compile("[A-Z0-9]{3}");
  private static final Pattern UNDER_GAMMA = Pattern.compile("[A-Z]{4}");
  private static final Pattern INDICATOR = Pattern.compile("SI-ECI(?:[ -](.+))?");

  private Compartments() {}

  /**
   * Titles replaced by abbreviations: {@code TALENT KEYHOLE-BLUEFISH ABCD} is {@code TK-BLFH ABCD}.
   */
  static String abbreviated(MarkingRegister register, String control) {
    if (control.indexOf('-') < 0) {
      RegisterEntry whole = register.form(RegisterCategory.SCI, control);
      return whole == null ? control : whole.token();
    }
    String[] pieces = control.split("-", -1);
    RegisterEntry system = register.form(RegisterCategory.SCI, pieces[0]);
    String head = system == null ? pieces[0] : system.token();
    List<String> names = new ArrayList<>();
    names.add(head);
    for (int i = 1; i < pieces.length; i++) {
      String[] words = pieces[i].split(" ", 2);
      RegisterEntry entry = register.form(RegisterCategory.SCI, head + "-" + words[0]);
      String brief = entry == null ? words[0] : entry.token().substring(head.length() + 1);
      names.add(words.length == 1 ? brief : brief + " " + words[1]);
    }
    return String.join("-", names);
  }

  /**
   * What should stand for a control that is written in a way that is no longer used; empty where
   * only a person can say; null where nothing is wrong.
   */
  static @Nullable String mended(String control) {
    if (control.startsWith("SI-ECI")) {
      Matcher indicator = INDICATOR.matcher(control);
      if (indicator.matches()) {
        return indicator.group(1) == null ? "" : "SI-" + indicator.group(1);
      }
    }
    return control.equals("RSV") ? "" : null;
  }

  /** Whether the names of compartments are as long as C16 H.4 says. */
  static boolean fit(String control) {
    if (control.indexOf('-') < 0) {
      return true;
    }
    String[] pieces = control.split("-", -1);
    for (int i = 1; i < pieces.length; i++) {
      if (!fits(pieces[0], pieces[i].split(" ", -1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String system, String[] names) {
    return switch (system) {
      case "RSV" -> OF_RESERVE.matcher(names[0]).matches();
      case "SI" -> names[0].equals("G") ? gamma(names) : OF_SI.matcher(names[0]).matches();
      default -> true;
    };
  }

  private static boolean gamma(String[] names) {
    for (int i = 1; i < names.length; i++) {
      if (!UNDER_GAMMA.matcher(names[i]).matches()) {
        return false;
      }
    }
    return true;
  }
}
