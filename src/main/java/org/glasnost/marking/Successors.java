package org.glasnost.marking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * The words of a marking of any era, each replaced by the one that stands for it today.
 *
 * <p>Source: C16 F. A word that was abolished without successor is kept verbatim beside the
 * marking, never dropped in silence; where a person must choose the successor there is no marking
 * of today at all.
 *
 * @param today the marking in today's words; null where a person must say what stands for a word
 * @param unrepresented what today's syntax cannot hold, verbatim
 * @param unread on what a replacement rests whose source was not read, or says no such thing in
 *     terms
 */
public record Successors(
    @Nullable Marking today, List<String> unrepresented, List<Citation> unread) {

  /** Controls after which names may stand. */
  private static final Set<String> NAMING = Set.of("EXCLUSIVE", "PERSONAL");

  /** Until then the words of telegrams meant what the Department of State meant by them. */
  private static final LocalDate TODAYS_WORDS = LocalDate.of(2000, 1, 1);

  /** Copies the list. */
  public Successors {
    unrepresented = List.copyOf(unrepresented);
    unread = List.copyOf(unread);
  }

  /** Whether a document of the day is written in the words of an earlier era. */
  public static boolean isHistoric(@Nullable LocalDate day) {
    return day != null && day.isBefore(TODAYS_WORDS);
  }

  /**
   * Replaces the words.
   *
   * @param from what was understood
   * @param recipients the named list as it stands in the text; may be empty
   * @param historic whether the marking was written in an earlier era, whose words may mean
   *     something else than the same words today (the LIMDIS of a telegram is not that of C16 H.9)
   */
  public static Successors of(Marking from, String recipients, boolean historic) {
    return new Replacing(from, recipients, historic).replaced();
  }

  /** One use per marking. */
  private static final class Replacing {
    private final Marking from;
    private final String recipients;
    private final boolean historic;
    private final Set<String> controls = new LinkedHashSet<>();
    private final Set<String> sci = new TreeSet<>();
    private final List<String> unrepresented = new ArrayList<>();
    private final Set<Citation> unread = new LinkedHashSet<>();
    private boolean open;

    Replacing(Marking from, String recipients, boolean historic) {
      this.from = from;
      this.recipients = recipients;
      this.historic = historic;
      this.sci.addAll(from.sci());
    }

    Successors replaced() {
      from.controls().forEach(this::control);
      from.codewords().forEach(this::codeword);
      if (controls.contains("NODIS")) {
        controls.remove("EXDIS");
      }
      if (sci.stream().anyMatch(control -> control.startsWith("SI-"))) {
        sci.remove("SI");
      }
      if (open) {
        return new Successors(null, unrepresented, List.copyOf(unread));
      }
      return new Successors(
          new Marking(
              from.level(),
              List.copyOf(controls),
              List.of(),
              List.of(),
              List.copyOf(sci),
              from.sap(),
              from.aea(),
              from.fgi(),
              from.nonUs(),
              from.joint(),
              from.relTo(),
              from.displayOnlyTo(),
              from.cui()),
          unrepresented,
          List.copyOf(unread));
    }

    private void control(String control) {
      if (control.equals("EYES")) {
        // Its list stands in relTo.
        return;
      }
      RegisterEntry past = MarkingRegister.historic().token(RegisterCategory.CONTROL, control);
      boolean gone = historic && past != null && past.reuse() == RegisterEntry.Reuse.UNREPRESENTED;
      if (!gone && stands(control)) {
        controls.add(control);
      } else if (control.equals("EYES_ONLY")) {
        unrepresented.add(recipients.isEmpty() ? "EYES ONLY" : "EYES ONLY FOR " + recipients);
      } else if (past != null && past.reuse() == RegisterEntry.Reuse.PERSON) {
        open = true;
      } else if (control.equals("SBU_NF") || control.equals("LES_NF")) {
        controls.addAll(UnclassifiedControls.inClassified(control));
      } else {
        String word = past == null ? control.replace('_', ' ') : past.banner();
        boolean names = NAMING.contains(control) && !from.has("EYES_ONLY") && !recipients.isEmpty();
        unrepresented.add(names ? word + " FOR " + recipients : word);
      }
    }

    /** Whether today's register has the word at this level. */
    private boolean stands(String control) {
      for (RegisterCategory category : Rendering.CONTROLS) {
        RegisterEntry today = MarkingRegister.cnsi().token(category, control);
        if (today != null) {
          return today.levels().isEmpty() || today.levels().contains(from.level());
        }
      }
      return MarkingRegister.cui().token(RegisterCategory.CUI_DISSEM, control) != null;
    }

    private void codeword(String codeword) {
      RegisterEntry past = MarkingRegister.historic().token(RegisterCategory.CODEWORD, codeword);
      if (past == null) {
        open = true;
        return;
      }
      switch (past.reuse()) {
        case SUCCESSOR -> {
          past.successors().forEach(s -> sci.add(s.substring(s.indexOf(':') + 1)));
          if (past.cite().standing() != Citation.Standing.READ) {
            unread.add(past.cite());
          }
        }
        case UNREPRESENTED, SAME -> unrepresented.add(past.banner());
        case PERSON -> open = true;
      }
    }
  }
}
