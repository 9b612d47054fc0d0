package org.glasnost.web.page.record;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glasnost.release.ReadingRelease;
import org.glasnost.release.copy.HtmlCopy;
import org.glasnost.release.copy.PdfCopy;
import org.glasnost.release.copy.PlainTextCopy;
import org.glasnost.release.copy.ReleasedCopy;
import org.glasnost.web.Callers;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.Sheet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The released copy, open to every signed-in person: as a page, and in its three forms. */
@Controller
@RequestMapping("/documents/{id}/released")
class ReleasedPage {
  private final ReadingRelease reading;
  private final Callers callers;
  private final Names names;

  ReleasedPage(ReadingRelease reading, Callers callers, Names names) {
    this.reading = reading;
    this.callers = callers;
    this.names = names;
  }

  @GetMapping
  String show(@PathVariable UUID id, @RequestParam(defaultValue = "1") int sheet, Model model) {
    ReleasedCopy copy = copy(id);
    Sheet shown = new Sheet(sheet, Sheet.TO_READ, copy.portions().size());
    model.addAttribute("copy", copy);
    model.addAttribute("sheet", shown);
    model.addAttribute("copied", shown.of(copy.portions()));
    model.addAttribute("documentId", id);
    model.addAttribute("names", names);
    return "released";
  }

  @GetMapping("/copy.html")
  ResponseEntity<byte[]> html(@PathVariable UUID id) {
    return utf8("html").body(HtmlCopy.render(copy(id)).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/copy.txt")
  ResponseEntity<byte[]> text(@PathVariable UUID id) {
    return utf8("plain").body(PlainTextCopy.render(copy(id)).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/copy.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .body(PdfCopy.render(copy(id)));
  }

  private static ResponseEntity.BodyBuilder utf8(String subtype) {
    return ResponseEntity.ok().contentType(new MediaType("text", subtype, StandardCharsets.UTF_8));
  }

  private ReleasedCopy copy(UUID id) {
    return reading.copy(id, callers.occasion(null));
  }
}
