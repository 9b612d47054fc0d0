package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sights;
import org.glasnost.contract.IsoTimes;
import org.glasnost.document.ExplainingAccess;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why somebody may, or may not, see a record: for security officers and auditors. */
@RestController
@RequestMapping("/api/access")
class AccessController {
  private final ExplainingAccess explaining;
  private final Sights sights;
  private final Callers callers;
  private final ReadingLines lines;

  AccessController(
      ExplainingAccess explaining, Sights sights, Callers callers, ReadingLines lines) {
    this.lines = lines;
    this.explaining = explaining;
    this.sights = sights;
    this.callers = callers;
  }

  @GetMapping
  ResponseEntity<AccessView> explain(
      @RequestParam UUID account,
      @RequestParam UUID document,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt,
      HttpServletRequest request) {
    RefusalLines.concerns(request, document);
    ExplainingAccess.Explained explained =
        explaining.explain(
            new ExplainingAccess.Asked(account, document, day(asOf), instant(knownAt)),
            sights.of(callers.current()));
    if (callers.current().has(Role.AUDITOR)) {
      lines.access(explained);
    }
    Protection held = explained.held();
    return ResponseEntity.ok()
        .header(
            ContentMarking.HEADER,
            HeldBanner.of(held == null ? Protection.UNRESTRICTED : held).rollUp())
        .body(AccessView.of(explained));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : IsoTimes.day(text);
    } catch (DateTimeParseException e) {
      throw malformed("'asOf' is a day such as 1985-03-25.");
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : IsoTimes.instant(text);
    } catch (DateTimeParseException e) {
      throw malformed("'knownAt' is an instant such as 2026-01-01T12:00:00Z.");
    }
  }

  private static Refused malformed(String message) {
    return new Refused(Refused.Ground.MALFORMED, Finding.error("WEB-0020", message));
  }
}
