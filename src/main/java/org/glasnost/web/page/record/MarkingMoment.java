package org.glasnost.web.page.record;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.document.MarkingRow;
import org.glasnost.web.page.MarkingsShown;
import org.glasnost.web.page.Names;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the timeline: a marking, what it took the place of, who recorded that and when, and
 * the days on which it held.
 *
 * @param before the marking before it, or null for the first
 * @param after what the document has said from then on
 * @param heldAt the level that it is held at
 * @param style of that level
 * @param instruction the declassification instruction, or null
 * @param held from which day to which, in words
 * @param recorded when that was recorded, in UTC
 * @param superseded when another record took its place, or null
 * @param who recorded it
 * @param authority under what authority, or null
 * @param because why, in words
 * @param cites what it rests on
 * @param confirmed whether a person confirmed it
 */
record MarkingMoment(
    @Nullable String before,
    String after,
    String heldAt,
    String style,
    @Nullable String instruction,
    String held,
    String recorded,
    @Nullable String superseded,
    String who,
    @Nullable String authority,
    String because,
    List<String> cites,
    boolean confirmed) {

  /** Copies the citations. */
  MarkingMoment {
    cites = List.copyOf(cites);
  }

  /** The timeline of a document, oldest first. */
  static List<MarkingMoment> of(List<MarkingRow> rows, Names names) {
    List<MarkingMoment> moments = new ArrayList<>();
    String before = null;
    for (MarkingRow row : rows) {
      moments.add(of(row, before, names));
      before = MarkingsShown.said(row);
    }
    return List.copyOf(moments);
  }

  private static MarkingMoment of(MarkingRow row, @Nullable String before, Names names) {
    String authority = row.authority();
    return new MarkingMoment(
        before,
        MarkingsShown.said(row),
        row.protectedAs().banner(),
        "marking-" + row.protectedAs().portion().toLowerCase(java.util.Locale.ROOT),
        row.instruction(),
        "Held from "
            + names.day(row.from())
            + (row.to() == null ? " on" : " until before " + names.day(row.to())),
        names.moment(row.recordedAt()),
        row.supersededAt() == null ? null : names.moment(row.supersededAt()),
        names.of(row.changedBy()),
        authority,
        words(row.reasonCode()),
        row.cites(),
        row.confirmed());
  }

  private static String words(String code) {
    String words = code.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
