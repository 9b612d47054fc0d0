package org.glasnost.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.contract.IsoTimes;
import org.glasnost.document.CorrectingRegistration;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.document.Dossier;
import org.glasnost.document.MarkingRow;
import org.glasnost.document.PlainText;
import org.glasnost.document.ReadingContent;
import org.glasnost.document.RecordStatus;
import org.glasnost.document.RegisteringDocument;
import org.glasnost.document.Registration;
import org.glasnost.document.ViewingDocument;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.policy.OfficeDay;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.PortionKind;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/** Documents over HTTP. */
@RestController
@RequestMapping("/api/documents")
public class DocumentsController {
  private final RegisteringDocument registering;
  private final CorrectingRegistration correcting;
  private final ViewingDocument viewing;
  private final RegistrationsShown shownRecords;
  private final ReadingContent content;
  private final ReadingLines lines;
  private final ActAndAnswer acts;
  private final Sights sights;
  private final Callers callers;
  private final MarkingReader reader;
  private final OfficeDay officeDay;
  private final ContentMarking contentMarking;
  private final JsonMapper json;

  DocumentsController(
      RegisteringDocument registering,
      CorrectingRegistration correcting,
      ViewingDocument viewing,
      RegistrationsShown shownRecords,
      ReadingContent content,
      ReadingLines lines,
      ActAndAnswer acts,
      Sights sights,
      Callers callers,
      MarkingReader reader,
      OfficeDay officeDay,
      ContentMarking contentMarking,
      JsonMapper json) {
    this.registering = registering;
    this.correcting = correcting;
    this.viewing = viewing;
    this.shownRecords = shownRecords;
    this.content = content;
    this.lines = lines;
    this.acts = acts;
    this.sights = sights;
    this.callers = callers;
    this.reader = reader;
    this.officeDay = officeDay;
    this.contentMarking = contentMarking;
    this.json = json;
  }

  /** A registration with its text, as JSON. */
  public record NewDocument(
      @Nullable String text,
      @Nullable String title,
      @Nullable LocalDate documentDate,
      @Nullable String originatingAgency,
      @Nullable String author,
      @Nullable String addressee,
      @Nullable String controlNumber,
      @Nullable String caseNumber,
      @Nullable String item,
      @Nullable UUID enclosureOf,
      @Nullable RecordStatus recordStatus) {
    Registration registration() {
      return new Registration(
          title,
          documentDate,
          originatingAgency,
          author,
          addressee,
          controlNumber,
          caseNumber,
          item,
          enclosureOf,
          recordStatus);
    }
  }

  /** A correction: the fields to change, and why. */
  public record Correction(
      @Nullable String title,
      @Nullable LocalDate documentDate,
      @Nullable String originatingAgency,
      @Nullable String author,
      @Nullable String addressee,
      @Nullable String controlNumber,
      @Nullable String caseNumber,
      @Nullable String item,
      @Nullable UUID enclosureOf,
      @Nullable RecordStatus recordStatus,
      @Nullable String reason) {
    Registration registration() {
      return new Registration(
          title,
          documentDate,
          originatingAgency,
          author,
          addressee,
          controlNumber,
          caseNumber,
          item,
          enclosureOf,
          recordStatus);
    }
  }

  /** A reason. */
  public record Reason(@Nullable String reason) {}

  /** A portion with its words. */
  public record PortionTextView(
      String id, PortionKind kind, String text, @Nullable String marking) {}

  /** Registers a document; its text is a member of the body. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DocumentView> register(@RequestBody NewDocument body) {
    String text = body.text();
    if (text != null && !PlainText.isUnicode(text)) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
                  "DOC-0004",
                  "The text has no form in UTF-8: it holds half of a surrogate pair. Mend it, and"
                      + " compare the result with the original, before it is registered.")
              .atMember("/text"));
    }
    return register(
        body.registration(), text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
  }

  /** Registers a document; its text is an uploaded file. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DocumentView> upload(MultipartHttpServletRequest request)
      throws IOException, ServletException {
    DocumentUpload upload = DocumentUpload.of(request, json);
    return register(upload.metadata(), upload.text());
  }

  private ResponseEntity<DocumentView> register(Registration registration, byte[] text) {
    Person person = callers.current();
    UUID id =
        registering.register(
            registration, text, person, sights.of(person), callers.occasion(Role.INTAKE_OFFICER));
    Dossier dossier = viewing.registered(sights.of(person), id);
    return whole(dossier, ResponseEntity.created(URI.create("/api/documents/" + id)));
  }

  /** A page of documents. */
  @GetMapping
  ResponseEntity<ListView<DocumentView>> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable StatedLevel level,
      @RequestParam(required = false) @Nullable DocumentState state,
      @RequestParam(name = "case", required = false) @Nullable String caseNumber,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    PageRequest page = PageRequest.of(limit, after);
    if (caseNumber != null && !PlainText.isPlain(caseNumber)) {
      throw malformed("'case' is a case number such as F99-051.");
    }
    Sight sight = sights.of(callers.current());
    List<Dossier> found =
        shownRecords.page(
            sight,
            new Documents.Filter(level == null ? null : level.name(), state, caseNumber),
            q,
            Cursors.document(page.after()),
            page.limit());
    ListView<Dossier> shown = page.page(found, Cursors::key);
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, contentMarking.of(shown.items()))
        .body(
            new ListView<>(
                shown.items().stream().map(d -> DocumentView.item(d, reader)).toList(),
                shown.next()));
  }

  /** One document, without its text. */
  @GetMapping("/{id}")
  ResponseEntity<DocumentView> view(@PathVariable UUID id) {
    return whole(shownRecords.view(sights.of(callers.current()), id), ResponseEntity.ok());
  }

  /** The text, verbatim. */
  @GetMapping(path = "/{id}/text", produces = "text/plain;charset=UTF-8")
  ResponseEntity<byte[]> text(@PathVariable UUID id) {
    Sight sight = sights.of(callers.current());
    String text = content.text(sight, id, lines.of(sight, id));
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, contentMarking.of(id))
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The portions with their words. */
  @GetMapping("/{id}/portions")
  ResponseEntity<ListView<PortionTextView>> portions(@PathVariable UUID id) {
    Sight sight = sights.of(callers.current());
    List<PortionTextView> portions = new ArrayList<>();
    content
        .portions(sight, id, lines.of(sight, id))
        .forEach(p -> portions.add(new PortionTextView(p.id(), p.kind(), p.text(), p.marking())));
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, contentMarking.of(id))
        .body(ListView.whole(portions));
  }

  /** The markings, in two times. */
  @GetMapping("/{id}/markings")
  ResponseEntity<ListView<MarkingHistoryView>> markings(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    Sight sight = sights.of(callers.current());
    List<MarkingRow> rows;
    if (asOf == null && knownAt == null) {
      rows = viewing.markings(sight, id);
    } else {
      Instant known = knownAt == null ? officeDay.now() : instant(knownAt, "knownAt");
      rows = asOf(sight, id, asOf, known).map(List::of).orElse(List.of());
    }
    LocalDate dated = viewing.dateOf(sight, id);
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, contentMarking.of(id))
        .body(
            ListView.whole(
                rows.stream().map(row -> MarkingHistoryView.of(row, dated, reader)).toList()));
  }

  /** Corrects a registration. */
  @PatchMapping("/{id}")
  ResponseEntity<DocumentView> correct(
      @RequestBody Correction body,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    return acts.inOne(
        () ->
            correcting.correct(
                id,
                body.registration(),
                body.reason(),
                version -> ETags.hold(ifMatch, version),
                person,
                sights.of(person),
                callers.occasion(custodian(person))),
        () -> after(id));
  }

  /** Withdraws a document that was registered in error. */
  @PostMapping("/{id}/withdraw")
  ResponseEntity<DocumentView> withdraw(
      @RequestBody Reason body,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    return acts.inOne(
        () ->
            correcting.withdraw(
                id,
                body.reason(),
                version -> ETags.hold(ifMatch, version),
                person,
                sights.of(person),
                callers.occasion(custodian(person))),
        () -> after(id));
  }

  /** What stands after a change, if whoever changed it may still know of it. */
  private ResponseEntity<DocumentView> after(UUID id) {
    if (!sights.mayKnow(sights.of(callers.current()), id)) {
      throw Refused.notKnown();
    }
    return view(id);
  }

  private static Role custodian(Person person) {
    return person.has(Role.RECORDS_MANAGER) ? Role.RECORDS_MANAGER : Role.INTAKE_OFFICER;
  }

  private ResponseEntity<DocumentView> whole(Dossier dossier, ResponseEntity.BodyBuilder answer) {
    DocumentView view = DocumentView.whole(dossier, reader);
    return answer
        .eTag(ETags.of(dossier.document().version(), json.writeValueAsBytes(view)))
        .header(ContentMarking.HEADER, HeldBanner.of(dossier.protection()).rollUp())
        .body(view);
  }

  private Optional<MarkingRow> asOf(Sight sight, UUID id, @Nullable String asOf, Instant known) {
    if (asOf != null && asOf.indexOf('T') >= 0) {
      return viewing.markingAsOf(sight, id, instant(asOf, "asOf"), known);
    }
    LocalDate day;
    try {
      day = asOf == null ? officeDay.today() : IsoTimes.day(asOf);
    } catch (DateTimeParseException e) {
      throw malformed(
          "'asOf' is a day such as 1985-03-25, or an instant such as 1985-03-25T12:00:00Z.");
    }
    return viewing.markingAsOf(sight, id, day, known);
  }

  private static Instant instant(String text, String name) {
    try {
      return IsoTimes.instant(text);
    } catch (DateTimeParseException e) {
      throw malformed("'" + name + "' is an instant such as 2026-01-01T12:00:00Z.");
    }
  }

  private static Refused malformed(String message) {
    return new Refused(Refused.Ground.MALFORMED, Finding.error("WEB-0020", message));
  }
}
