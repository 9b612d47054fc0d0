package org.glasnost.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.declassification.DeclassificationMark;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.release.ReadingRelease;
import org.glasnost.release.copy.CopyPortion;
import org.glasnost.release.copy.HtmlCopy;
import org.glasnost.release.copy.PdfCopy;
import org.glasnost.release.copy.PlainTextCopy;
import org.glasnost.release.copy.ReleasedCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The released copy of a document, in the form that the caller accepts. */
@RestController
@RequestMapping("/api/documents/{id}/release")
public class ReleaseController {
  private final ReadingRelease reading;
  private final Callers callers;

  ReleaseController(ReadingRelease reading, Callers callers) {
    this.reading = reading;
    this.callers = callers;
  }

  /** The copy as JSON. */
  public record ReleaseView(
      MarkView mark,
      List<String> linedThrough,
      List<PortionView> portions,
      List<RedactionView> redactions) {}

  /** The declassification mark. */
  public record MarkView(
      String word,
      String by,
      @Nullable String position,
      String authority,
      @Nullable String caseNumber,
      LocalDate on,
      @Nullable LocalDate recordedOn) {
    static MarkView of(DeclassificationMark mark) {
      return new MarkView(
          mark.word(),
          mark.by(),
          mark.position(),
          mark.authority(),
          mark.caseNumber(),
          mark.on(),
          mark.recordedOn());
    }
  }

  /** A portion of the copy. */
  @Schema(name = "ReleasedPortionView")
  public record PortionView(String id, String text) {
    static PortionView of(CopyPortion portion) {
      return new PortionView(portion.id(), portion.text());
    }
  }

  /** A withheld passage: where, and on what basis; never how long. */
  public record RedactionView(String portion, String basis) {}

  /** As JSON. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ReleaseView> json(@PathVariable UUID id) {
    ReleasedCopy copy = copy(id);
    return open(MediaType.APPLICATION_JSON)
        .body(
            new ReleaseView(
                MarkView.of(copy.mark()),
                copy.linedThrough(),
                copy.portions().stream().map(PortionView::of).toList(),
                copy.withholdings().stream()
                    .map(w -> new RedactionView("p" + w.portion(), w.basis()))
                    .toList()));
  }

  /** As plain text. */
  @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<byte[]> text(@PathVariable UUID id) {
    return open(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(PlainTextCopy.render(copy(id)).getBytes(StandardCharsets.UTF_8));
  }

  /** As a page of its own. */
  @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> html(@PathVariable UUID id) {
    return open(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(HtmlCopy.render(copy(id)).getBytes(StandardCharsets.UTF_8));
  }

  /** As PDF. */
  @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return open(MediaType.APPLICATION_PDF).body(PdfCopy.render(copy(id)));
  }

  private ReleasedCopy copy(UUID id) {
    return reading.copy(id, callers.occasion(null));
  }

  private static ResponseEntity.BodyBuilder open(MediaType type) {
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, HeldBanner.of(Protection.UNRESTRICTED).rollUp())
        .contentType(type);
  }
}
