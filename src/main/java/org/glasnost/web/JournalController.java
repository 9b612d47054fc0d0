package org.glasnost.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.glasnost.audit.Checkpoints;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Proofs;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.history.EventFilter;
import org.glasnost.history.ExportFormat;
import org.glasnost.history.JournalEvent;
import org.glasnost.history.JournalExport;
import org.glasnost.history.JournalQueries;
import org.glasnost.history.TreeQueries;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal, for auditors: events, exports, and the tree that proves them. Read only. */
@RestController
@RequestMapping("/api/journal")
class JournalController {
  private static final Duration KEPT = Duration.ofDays(365);

  private final Callers callers;
  private final NamedActors actors;
  private final JournalQueries queries;
  private final TreeQueries tree;
  private final JournalExport exports;
  private final ContentMarking contentMarking;

  JournalController(
      Callers callers,
      NamedActors actors,
      JournalQueries queries,
      TreeQueries tree,
      JournalExport exports,
      ContentMarking contentMarking) {
    this.callers = callers;
    this.actors = actors;
    this.queries = queries;
    this.tree = tree;
    this.exports = exports;
    this.contentMarking = contentMarking;
  }

  @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ListView<JournalEvent>> events(
      @RequestParam(required = false) @Nullable UUID document,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable EventKind kind,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "asc") String order,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Person auditor = callers.current();
    PageRequest page = PageRequest.of(limit, after);
    ListView<JournalEvent> shown =
        page.page(
            queries.events(
                auditor,
                callers.occasion(Role.AUDITOR),
                new EventFilter(document, actors.of(auditor, actor), kind, from, to),
                order(order),
                Cursors.event(page.after()),
                page.limit() + 1),
            Cursors::key);
    return ResponseEntity.ok()
        .header(
            ContentMarking.HEADER,
            HeldBanner.of(contentMarking.ofLabels(queries.labelsOf(auditor, shown.items())))
                .rollUp())
        .body(shown);
  }

  private static JournalQueries.Order order(String written) {
    return Arrays.stream(JournalQueries.Order.values())
        .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(written))
        .findFirst()
        .orElseThrow(() -> malformed("JRN-0011", "An order is asc or desc."));
  }

  private static Refused malformed(String rule, String message) {
    return new Refused(Refused.Ground.MALFORMED, Finding.error(rule, message));
  }

  @GetMapping(path = "/checkpoint", produces = "text/plain;charset=UTF-8")
  String checkpoint() {
    return tree.checkpoint(callers.current()).note();
  }

  @GetMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
  ListView<Checkpoints.Key> keys() {
    return ListView.whole(tree.keys(callers.current()));
  }

  /**
   * What is served under a path never changes, and holds commitments alone: it may be kept. After a
   * restore the same tree grows another way. Whoever kept what was there before holds something
   * that contradicts what is served then, and that is what shows it: nothing tells their cache to
   * forget.
   */
  @GetMapping(path = "/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> tile(@PathVariable String path) {
    // With its slash; nothing where the address ends before one.
    byte[] tile = tree.tile(callers.current(), path.isEmpty() ? path : path.substring(1));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePrivate().immutable())
        .body(tile);
  }

  @GetMapping(path = "/proofs/inclusion", produces = MediaType.APPLICATION_JSON_VALUE)
  Proofs.Inclusion inclusion(
      @RequestParam UUID event, @RequestParam(required = false) @Nullable Long size) {
    return tree.inclusion(callers.current(), event, size);
  }

  @GetMapping(path = "/proofs/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
  Proofs.Consistency consistency(
      @RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
    return tree.consistency(callers.current(), from, to);
  }

  /**
   * Written on the request's own thread: the answer begins only when the export is granted and
   * recorded, so that a refusal is still a refusal.
   */
  @GetMapping("/export")
  void export(
      @RequestParam(required = false) @Nullable UUID document,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable EventKind kind,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Person auditor = callers.current();
    ExportFormat format =
        Accepted.best(
            accept, List.of(ExportFormat.values()), form -> MediaType.valueOf(form.mediaType()));
    JournalExport.Prepared export =
        exports.prepare(
            auditor,
            callers.occasion(Role.AUDITOR),
            new EventFilter(document, actors.of(auditor, actor), kind, from, to),
            format);
    response.setHeader(
        ContentMarking.HEADER, HeldBanner.of(contentMarking.ofLabels(export.labels())).rollUp());
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"journal." + format.ending() + "\"");
    export.writeTo(response.getOutputStream());
  }
}
