package org.glasnost.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.Marking;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.Reading;
import org.glasnost.reading.Span;
import org.jspecify.annotations.Nullable;

/** A reading as answered over HTTP; the members are those of the contract. */
public record ReadingView(
    String text,
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
    List<String> cui,
    List<String> precedence,
    DeclassificationView declassification,
    List<Span> spans,
    List<StampView> stamps,
    List<String> caseNumbers,
    @Nullable CanonicalView canonical,
    @Nullable String era,
    double confidence,
    boolean needsReview,
    List<FindingView> findings) {

  /** The instruction as read. */
  public record DeclassificationView(@Nullable String instruction, @Nullable String text) {}

  /** A stamp as read. */
  public record StampView(
      String kind,
      @Nullable String authority,
      @Nullable String caseNumber,
      @Nullable String item,
      @Nullable String by,
      @Nullable LocalDate on) {}

  /** Today's form. */
  public record CanonicalView(
      String banner,
      String portion,
      String basis,
      List<String> unrepresented,
      Map<String, String> ism) {
    static @Nullable CanonicalView of(@Nullable Canonical canonical) {
      return canonical == null
          ? null
          : new CanonicalView(
              canonical.banner(),
              canonical.portion(),
              canonical.basis(),
              canonical.unrepresented(),
              canonical.ism());
    }
  }

  /** The view of a reading. */
  public static ReadingView of(Reading reading) {
    Marking marking = reading.marking();
    return new ReadingView(
        reading.text(),
        marking.level(),
        marking.controls(),
        marking.recipients(),
        marking.codewords(),
        marking.sci(),
        marking.sap(),
        marking.aea(),
        marking.fgi(),
        marking.nonUs(),
        marking.joint(),
        marking.relTo(),
        marking.displayOnlyTo(),
        marking.cui(),
        reading.precedence(),
        new DeclassificationView(
            reading.declassification().instruction(), reading.declassification().text()),
        reading.spans(),
        List.of(),
        reading.caseNumbers(),
        CanonicalView.of(reading.canonical()),
        reading.era() == null ? null : reading.era().name(),
        reading.confidence(),
        reading.needsReview(),
        FindingView.of(reading.findings()));
  }
}
