package org.glasnost.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options of a {@code marking} command, by the names that their members have in the contract:
 * {@code --document-date 1985-03-25} is {@code documentDate}.
 *
 * @param members what was given, to be read as the members of a request
 * @param plain whether every line is a text, whatever it begins with
 */
record MarkingOptions(Map<String, Object> members, boolean plain) {
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  MarkingOptions {
    members = Map.copyOf(members);
  }

  /**
   * Reads options.
   *
   * @param words such as {@code --kind BANNER}
   * @param texts names of members that are texts, dates or one of several words
   * @param flags names of members that are true or false
   * @throws CommandFailed if a word is no option or lacks its value
   */
  static MarkingOptions of(List<String> words, Set<String> texts, Set<String> flags)
      throws CommandFailed {
    Map<String, Object> members = new LinkedHashMap<>();
    boolean plain = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--plain")) {
        plain = true;
        continue;
      }
      String text = member(word, texts);
      String flag = member(word, flags);
      if (text.isEmpty() && flag.isEmpty()) {
        throw new CommandFailed("There is no option " + word + " here.");
      }
      if (++i == words.size()) {
        throw new CommandFailed("The option " + word + " needs a value.");
      }
      String value = words.get(i);
      Object given =
          flag.isEmpty() || !Set.of("true", "false").contains(value)
              ? value
              : Boolean.valueOf(value);
      if (members.put(text + flag, given) != null) {
        throw new CommandFailed("The option " + word + " is given twice.");
      }
    }
    return new MarkingOptions(members, plain);
  }

  /** The members with one more. */
  Map<String, Object> and(String name, String value) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put(name, value);
    return all;
  }

  /** The option of a member's name. */
  static String option(String member) {
    return "--" + CAPITAL.matcher(member).replaceAll(c -> "-" + c.group().toLowerCase(Locale.ROOT));
  }

  private static String member(String option, Set<String> members) {
    return members.stream().filter(name -> option(name).equals(option)).findFirst().orElse("");
  }
}
