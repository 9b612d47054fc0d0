package org.glasnost.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.glasnost.marking.Era;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Citation;

/** Checks what the words of all registers say: values from closed sets, days, and each other. */
final class RegisterChecks {
  private static final List<String> ERAS = names(Era.values());

  private final List<RegisterFault> faults;

  /** Place of each token, by edition. */
  private final Map<String, Map<String, RegisterWord>> tokens = new HashMap<>();

  /** Tokens of all editions of a register, as successors name them. */
  private final Set<String> named = new HashSet<>();

  private RegisterChecks(List<RegisterFault> faults) {
    this.faults = faults;
  }

  /** Adds to the faults what is wrong with the words. */
  static void check(List<RegisterWord> words, List<RegisterFault> faults) {
    RegisterChecks checks = new RegisterChecks(faults);
    words.forEach(checks::token);
    words.forEach(checks::word);
    checks.spellings(words);
  }

  private void token(RegisterWord word) {
    String token = word.text(RegisterKey.TOKEN);
    if (token.isEmpty()) {
      return;
    }
    RegisterWord before =
        tokens.computeIfAbsent(word.edition(), key -> new HashMap<>()).putIfAbsent(token, word);
    if (before != null) {
      fault(word, RegisterKey.TOKEN, "token " + token + " stands already at " + before.place());
    }
    named.add(word.register() + ":" + token);
  }

  private void word(RegisterWord word) {
    oneOf(word, RegisterKey.STANDING, names(Citation.Standing.values()));
    oneOf(word, RegisterKey.REUSE, names(RegisterEntry.Reuse.values()));
    oneOf(word, RegisterKey.LEVELS, names(StatedLevel.values()));
    oneOf(word, RegisterKey.ORDERS, ERAS);
    days(word);
    successors(word);
    for (RegisterKey key : List.of(RegisterKey.REQUIRES, RegisterKey.EXCLUDES)) {
      for (String token : word.list(key)) {
        if (!tokens.getOrDefault(word.edition(), Map.of()).containsKey(token)) {
          fault(word, key, key.yaml() + " " + token + ", which is no token of " + word.edition());
        }
      }
    }
    members(word);
    for (RegisterKey key : List.of(RegisterKey.FORMS, RegisterKey.ABBREVIATIONS)) {
      for (String form : word.list(key)) {
        if (!form.equals(form.toUpperCase(Locale.ROOT))) {
          fault(word, key, key.yaml() + " " + form + " is not in capitals");
        }
      }
    }
  }

  private void days(RegisterWord word) {
    LocalDate from = day(word, RegisterKey.FROM);
    LocalDate to = day(word, RegisterKey.TO);
    if (to.isBefore(from)) {
      fault(word, RegisterKey.TO, "from " + from + " is after to " + to);
    }
    List<String> orders = word.list(RegisterKey.ORDERS);
    if (orders.isEmpty() || !ERAS.containsAll(orders)) {
      return;
    }
    if (orders.size() > 2) {
      fault(word, RegisterKey.ORDERS, "orders names the first and the last order, no others");
      return;
    }
    Era first = Era.valueOf(orders.get(0));
    Era last = Era.valueOf(orders.get(orders.size() - 1));
    if (first.isAfter(last)) {
      fault(word, RegisterKey.ORDERS, "orders " + first + " came after " + last);
      return;
    }
    LocalDate end = end(last);
    if (word.has(RegisterKey.FROM) && (from.isBefore(first.effective()) || from.isAfter(end))) {
      fault(word, RegisterKey.FROM, "from " + from + " lies outside the orders " + orders);
    }
    if (word.has(RegisterKey.TO) && (to.isBefore(first.effective()) || to.isAfter(end))) {
      fault(word, RegisterKey.TO, "to " + to + " lies outside the orders " + orders);
    }
  }

  /** The last day of an order; the last there is for the one in force. */
  private static LocalDate end(Era era) {
    return Arrays.stream(Era.values())
        .filter(other -> other.isAfter(era))
        .map(other -> other.effective().minusDays(1))
        .min(LocalDate::compareTo)
        .orElse(LocalDate.MAX);
  }

  private static LocalDate day(RegisterWord word, RegisterKey key) {
    if (word.has(key)) {
      return LocalDate.parse(word.text(key));
    }
    return key == RegisterKey.FROM ? LocalDate.MIN : LocalDate.MAX;
  }

  private void successors(RegisterWord word) {
    String self = word.register() + ":" + word.text(RegisterKey.TOKEN);
    for (String successor : word.list(RegisterKey.SUCCESSORS)) {
      if (successor.equals(self)) {
        fault(word, RegisterKey.SUCCESSORS, "successor " + successor + " is the word itself");
      } else if (!named.contains(successor)) {
        fault(word, RegisterKey.SUCCESSORS, "successor " + successor + " is in no register");
      }
    }
    if (word.text(RegisterKey.REUSE).equals(RegisterEntry.Reuse.SUCCESSOR.name())
        && !word.has(RegisterKey.SUCCESSORS)) {
      fault(word, RegisterKey.REUSE, "reuse SUCCESSOR without successors");
    }
  }

  private void members(RegisterWord word) {
    if (!word.has(RegisterKey.MEMBERS)) {
      return;
    }
    if (!word.category().equals(RegisterCategory.GROUP.name())) {
      fault(word, RegisterKey.MEMBERS, "members belong to a GROUP only");
    }
    for (String member : word.list(RegisterKey.MEMBERS)) {
      RegisterWord country = tokens.getOrDefault(word.edition(), Map.of()).get(member);
      if (country == null || !country.category().equals(RegisterCategory.COUNTRY.name())) {
        fault(
            word,
            RegisterKey.MEMBERS,
            "members " + member + ", which is no country of " + word.edition());
      }
    }
  }

  /** Within a category one spelling is one word; else which word was meant would be chance. */
  private void spellings(List<RegisterWord> words) {
    Map<String, RegisterWord> spelled = new HashMap<>();
    for (RegisterWord word : words) {
      List<String> mine =
          Stream.concat(
                  word.list(RegisterKey.FORMS).stream(),
                  word.list(RegisterKey.ABBREVIATIONS).stream())
              .toList();
      for (String form : mine) {
        String key = word.edition() + " " + word.category() + " " + form;
        RegisterWord before = spelled.putIfAbsent(key, word);
        if (before != null) {
          fault(
              word,
              RegisterKey.FORMS,
              before.equals(word)
                  ? "form " + form + " stands twice"
                  : "form " + form + " is that of the word at " + before.place());
        }
      }
    }
  }

  private void oneOf(RegisterWord word, RegisterKey key, List<String> allowed) {
    List<String> wrong = new ArrayList<>(word.list(key));
    wrong.removeAll(allowed);
    for (String value : wrong) {
      fault(word, key, key.yaml() + " " + value + " is none of " + allowed);
    }
  }

  private void fault(RegisterWord word, RegisterKey key, String message) {
    faults.add(word.fault(key, message));
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
