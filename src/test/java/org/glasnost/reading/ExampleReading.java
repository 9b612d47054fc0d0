package org.glasnost.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasnost.marking.Marking;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** How an example is read, and what a reading says in the members of the examples. */
final class ExampleReading {
  private static final MarkingReader READER = Readers.marking();

  private ExampleReading() {}

  /** The reading of the example's text. */
  static Reading of(ExampleFiles.Example example) {
    String date = example.text("date");
    return READER.read(
        example.required("text"),
        LineKind.valueOf(example.required("kind")),
        date == null ? null : LocalDate.parse(date));
  }

  /** What is found in a text of the example: read by itself, or rolled up. */
  static List<Finding> findings(ExampleFiles.Example example, String text, @Nullable String date) {
    LocalDate day = date == null ? null : LocalDate.parse(date);
    String kind = example.required("kind");
    if (!kind.equals("ROLLUP")) {
      return READER.read(text, LineKind.valueOf(kind), day).findings();
    }
    RollUp.Context context =
        example.has("context") ? RollUp.Context.IC_PRODUCT : RollUp.Context.OTHER;
    return new RollingUpPortions(READER)
        .of(List.of(text.split(" \\+ ", -1)), example.text("given"), day, context)
        .findings();
  }

  /** What the line says: all but today's form, confidence, review and findings. */
  static Map<String, Object> said(Reading reading) {
    Marking marking = reading.marking();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("level", String.valueOf(reading.level()));
    said.put("controls", marking.controls());
    said.put("recipients", marking.recipients());
    said.put("codewords", marking.codewords());
    said.put("sci", marking.sci());
    said.put("sap", marking.sap());
    said.put("aea", marking.aea());
    said.put("fgi", marking.fgi());
    said.put("nonUs", String.valueOf(marking.nonUs()));
    said.put("joint", marking.joint());
    said.put("relTo", marking.relTo());
    said.put("displayOnlyTo", marking.displayOnlyTo());
    said.put("cui", marking.cui());
    said.put("precedence", reading.precedence());
    said.put("instruction", String.valueOf(reading.declassification().instruction()));
    said.put("instructionText", String.valueOf(reading.declassification().text()));
    said.put("stamps", reading.stamps().stream().map(ExampleReading::line).toList());
    said.put("cases", reading.caseNumbers());
    return said;
  }

  private static String line(Stamp stamp) {
    return String.join(
        " | ",
        stamp.kind().name(),
        orEmpty(stamp.authority()),
        orEmpty(stamp.caseNumber()),
        orEmpty(stamp.item()),
        orEmpty(stamp.by()),
        stamp.on() == null ? "" : stamp.on().toString());
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
