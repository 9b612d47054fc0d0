package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Labels;
import org.glasnost.history.EventFilter;
import org.glasnost.history.ExportFormat;
import org.glasnost.history.JournalExport;
import org.glasnost.history.Oversight;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.Callers;
import org.glasnost.web.ContentMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The export of what a search at the page finds, for a browser to download: the same as the API's,
 * asked for as the page's form has it, so that it needs no script.
 */
@Controller
class JournalExportPage {
  private final JournalPage journal;
  private final JournalExport exports;
  private final Oversight oversight;
  private final Labels labels;
  private final Callers callers;

  JournalExportPage(
      JournalPage journal,
      JournalExport exports,
      Oversight oversight,
      Labels labels,
      Callers callers) {
    this.journal = journal;
    this.exports = exports;
    this.oversight = oversight;
    this.labels = labels;
    this.callers = callers;
  }

  @GetMapping("/journal/export")
  void download(
      @ModelAttribute JournalPage.Search search,
      @RequestParam(required = false) @Nullable String format,
      HttpServletResponse response)
      throws IOException {
    oversight.require(callers.current());
    ExportFormat asked = format(format);
    EventFilter filter = journal.filter(search);
    JournalExport.Prepared export =
        exports.prepare(callers.current(), callers.occasion(Role.AUDITOR), filter, asked);
    Protection rollUp =
        export.labels().stream()
            .map(labels::protection)
            .reduce(Protection.UNRESTRICTED, Protection::join);
    response.setHeader(ContentMarking.HEADER, HeldBanner.of(rollUp).rollUp());
    response.setContentType(asked.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal." + asked.ending() + "\"");
    export.writeTo(response.getOutputStream());
  }

  private static ExportFormat format(@Nullable String written) {
    if (written == null) {
      return ExportFormat.NDJSON;
    }
    for (ExportFormat format : ExportFormat.values()) {
      if (format.ending().equals(written)) {
        return format;
      }
    }
    throw new Refused(
        Ground.MALFORMED,
        Finding.error("JRN-0034", "An export is ndjson or csv.").atMember("/format"));
  }
}
