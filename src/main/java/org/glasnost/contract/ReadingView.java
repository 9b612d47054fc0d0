package org.glasnost.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.Era;
import org.glasnost.marking.Marking;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.DeclassificationText;
import org.glasnost.reading.Reading;
import org.glasnost.reading.Span;
import org.glasnost.reading.Stamp;
import org.jspecify.annotations.Nullable;

/** One reading, as the contract names its members; see {@link Reading}. */
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
    DeclassificationText declassification,
    List<Span> spans,
    List<StampView> stamps,
    List<String> caseNumbers,
    @Nullable Canonical canonical,
    @Nullable Era era,
    double confidence,
    boolean needsReview,
    List<FindingView> findings) {

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
        reading.declassification(),
        reading.spans(),
        reading.stamps().stream().map(StampView::of).toList(),
        reading.caseNumbers(),
        reading.canonical(),
        reading.era(),
        reading.confidence(),
        reading.needsReview(),
        FindingView.of(reading.findings()));
  }

  /** One stamp, as the contract names its members; see {@link Stamp}. */
  public record StampView(
      Stamp.Kind kind,
      @Nullable String authority,
      @JsonProperty("case") @Nullable String caseNumber,
      @Nullable String item,
      @Nullable String by,
      @Nullable LocalDate on) {

    /** The view of a stamp. */
    public static StampView of(Stamp stamp) {
      return new StampView(
          stamp.kind(),
          stamp.authority(),
          stamp.caseNumber(),
          stamp.item(),
          stamp.by(),
          stamp.on());
    }
  }
}
