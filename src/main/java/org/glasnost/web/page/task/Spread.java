package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.web.page.Sheet;

/**
 * On which sheet each entry of a form's lists stands.
 *
 * @param shown the sheet that the page shows
 * @param entries by the name of the list, the number of the sheet of each entry, in order; an entry
 *     of another list stands on every sheet
 */
record Spread(Sheet shown, Map<String, List<Integer>> entries) {
  private static final Pattern ENTRY = Pattern.compile("/([a-zA-Z]+)/(\\d{1,6})(?:/.*)?");

  /** Copies the lists. */
  Spread {
    entries = Map.copyOf(entries);
  }

  /** The number of the sheet on which the field of a pointer stands. */
  int sheetOf(String pointer) {
    Matcher entry = ENTRY.matcher(pointer);
    if (!entry.matches()) {
      return shown.number();
    }
    List<Integer> sheets = entries.getOrDefault(entry.group(1), List.of());
    int index = Integer.parseInt(entry.group(2));
    return index < sheets.size() ? sheets.get(index) : shown.number();
  }

  /** The indexes of the entries of a list that stand on the sheet shown. */
  List<Integer> shown(String list, int size) {
    List<Integer> sheets = entries.getOrDefault(list, List.of());
    List<Integer> here = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (i >= sheets.size() || sheets.get(i) == shown.number()) {
        here.add(i);
      }
    }
    return List.copyOf(here);
  }
}
