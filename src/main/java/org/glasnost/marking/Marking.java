package org.glasnost.marking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we understood of a marking. What the document says stays beside it, verbatim.
 *
 * @param level what the text says of its level; null where it says something that only a person can
 *     resolve
 * @param controls tokens of control markings, such as {@code NOFORN}, {@code EYES_ONLY}
 * @param recipients the names of a named list, verbatim, in their order
 * @param codewords compartments, cryptonyms and channel words of historic documents
 * @param sci SCI control systems with their compartments, such as {@code SI-G ABCD}
 * @param sap special access programs without the indicator, such as {@code BP-123}
 * @param aea atomic energy markings, such as {@code RD-CNWDI}
 * @param fgi sources of foreign government information; {@code FGI} alone where one is concealed
 * @param nonUs the classification as a foreign owner states it, such as {@code GBR SECRET}; null
 *     where the marking is a U.S. one
 * @param joint the owners of a JOINT marking
 * @param relTo the release list as written
 * @param displayOnlyTo the list of DISPLAY ONLY as written
 * @param cui CUI categories; {@code CUI} itself where only the control marking stands
 */
public record Marking(
    @Nullable StatedLevel level,
    List<String> controls,
    List<String> recipients,
    List<String> codewords,
    List<String> sci,
    List<String> sap,
    List<String> aea,
    List<String> fgi,
    @Nullable String nonUs,
    List<String> joint,
    List<String> relTo,
    List<String> displayOnlyTo,
    List<String> cui) {

  /** A text that says nothing of its protection. */
  public static final Marking NONE =
      new Marking(
          StatedLevel.NONE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /** Copies the lists. */
  public Marking {
    controls = List.copyOf(controls);
    recipients = List.copyOf(recipients);
    codewords = List.copyOf(codewords);
    sci = List.copyOf(sci);
    sap = List.copyOf(sap);
    aea = List.copyOf(aea);
    fgi = List.copyOf(fgi);
    joint = List.copyOf(joint);
    relTo = List.copyOf(relTo);
    displayOnlyTo = List.copyOf(displayOnlyTo);
    cui = List.copyOf(cui);
  }

  /** The same marking with other controls. */
  public Marking withControls(List<String> others) {
    return new Marking(
        level,
        others,
        recipients,
        codewords,
        sci,
        sap,
        aea,
        fgi,
        nonUs,
        joint,
        relTo,
        displayOnlyTo,
        cui);
  }

  /** The same marking of another owner. */
  public Marking withOwner(@Nullable String foreign, List<String> owners) {
    return new Marking(
        level,
        controls,
        recipients,
        codewords,
        sci,
        sap,
        aea,
        fgi,
        foreign,
        owners,
        relTo,
        displayOnlyTo,
        cui);
  }

  /** The same marking at another level. */
  public Marking withLevel(@Nullable StatedLevel other) {
    return new Marking(
        other,
        controls,
        recipients,
        codewords,
        sci,
        sap,
        aea,
        fgi,
        nonUs,
        joint,
        relTo,
        displayOnlyTo,
        cui);
  }

  /** The same marking with other sources of foreign government information. */
  public Marking withSources(List<String> sources) {
    return new Marking(
        level,
        controls,
        recipients,
        codewords,
        sci,
        sap,
        aea,
        sources,
        nonUs,
        joint,
        relTo,
        displayOnlyTo,
        cui);
  }

  /** The same marking released to others. */
  public Marking withRelTo(List<String> others) {
    return new Marking(
        level,
        controls,
        recipients,
        codewords,
        sci,
        sap,
        aea,
        fgi,
        nonUs,
        joint,
        others,
        displayOnlyTo,
        cui);
  }

  /** Whether the control stands in the marking. */
  public boolean has(String control) {
    return controls.contains(control);
  }

  /** Whether the level is one of the three, or RESTRICTED. */
  public boolean isClassified() {
    return level == StatedLevel.TOP_SECRET
        || level == StatedLevel.SECRET
        || level == StatedLevel.CONFIDENTIAL
        || level == StatedLevel.RESTRICTED;
  }
}
