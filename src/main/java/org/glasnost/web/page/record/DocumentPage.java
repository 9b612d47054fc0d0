package org.glasnost.web.page.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Dossier;
import org.glasnost.document.ReadDocument;
import org.glasnost.document.ReadingContent;
import org.glasnost.document.ReadingContent.PortionText;
import org.glasnost.document.ViewingDocument;
import org.glasnost.marking.Protection;
import org.glasnost.process.engine.Course;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.Passage;
import org.glasnost.reading.Proposal;
import org.glasnost.release.ReleaseRegister;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.RefusalLines;
import org.glasnost.web.RegistrationsShown;
import org.glasnost.web.page.DatesToday;
import org.glasnost.web.page.MarkingsShown;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.page.Sheet;
import org.glasnost.web.page.TextRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A document: its marking, what its dates mean today, its portions, its course, its history. */
@Controller
@RequestMapping("/documents/{id}")
class DocumentPage {
  /** As many readings are listed; all of them are drawn in the text. */
  private static final int LISTED = 100;

  private final ViewingDocument viewing;
  private final RegistrationsShown records;
  private final ReadingContent content;
  private final ReadingLines lines;
  private final RefusalLines refusals;
  private final HttpServletRequest request;
  private final ReleaseRegister releases;
  private final Course course;
  private final Definitions definitions;
  private final Sights sights;
  private final Callers callers;
  private final MarkingsShown markings;
  private final Names names;

  DocumentPage(
      ViewingDocument viewing,
      RegistrationsShown records,
      ReadingContent content,
      ReadingLines lines,
      RefusalLines refusals,
      HttpServletRequest request,
      ReleaseRegister releases,
      Course course,
      Definitions definitions,
      Sights sights,
      Callers callers,
      MarkingsShown markings,
      Names names) {
    this.viewing = viewing;
    this.records = records;
    this.content = content;
    this.lines = lines;
    this.refusals = refusals;
    this.request = request;
    this.releases = releases;
    this.course = course;
    this.definitions = definitions;
    this.sights = sights;
    this.callers = callers;
    this.markings = markings;
    this.names = names;
  }

  /**
   * Another document that this one leads to.
   *
   * @param id of the document
   * @param title its title
   * @param marking what it is held at
   * @param withdrawn whether it was registered in error
   */
  record Other(UUID id, String title, PageMarking marking, boolean withdrawn) {}

  /**
   * A passage through a process, as its diagram shows it.
   *
   * @param key of the process
   * @param version of the definition
   * @param name in words
   * @param passed the elements passed, parted by blanks
   * @param current the elements where it waits, parted by blanks
   * @param when from when to when, in words
   * @param running whether it still runs
   */
  record Drawn(
      String key,
      int version,
      String name,
      String passed,
      String current,
      String when,
      boolean running) {}

  @GetMapping
  String show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "1") int sheet,
      Model model) {
    Person caller = callers.current();
    Sight sight = sights.of(caller);
    Dossier dossier = records.view(sight, id);
    model.addAttribute("custodian", custodian(caller, dossier));
    model.addAttribute("auditor", caller.has(Role.AUDITOR));
    Protection shown = dossier.protection();
    UUID transmittal = dossier.enclosureOf();
    if (transmittal != null) {
      Dossier other = records.views(sight, List.of(transmittal)).get(0);
      shown = shown.join(other.protection());
      model.addAttribute("transmittal", other(other));
    }
    List<Other> enclosures = new ArrayList<>();
    for (Dossier other : records.views(sight, dossier.enclosures())) {
      shown = shown.join(other.protection());
      enclosures.add(other(other));
    }
    boolean mayRead =
        dossier.document().state() != DocumentState.DESTROYED && sights.mayRead(sight, id);
    model.addAttribute("enclosures", enclosures);
    model.addAttribute("dossier", dossier);
    model.addAttribute("document", dossier.document());
    model.addAttribute("shown", markings.of(dossier, viewing.markings(sight, id)));
    model.addAttribute("names", names);
    model.addAttribute("dates", DatesToday.of(dossier.declassification(), names));
    model.addAttribute("readings", dossier.read().readings().stream().limit(LISTED).toList());
    model.addAttribute("proposals", dossier.read().proposals().stream().limit(LISTED).toList());
    model.addAttribute("moments", MarkingMoment.of(viewing.markings(sight, id), names));
    model.addAttribute("mayRead", mayRead);
    if (text != null && !mayRead && dossier.document().state() != DocumentState.DESTROYED) {
      // Asked for by its address: the page offers it to nobody else. It is shown without.
      refusals.recordOnly(ReadingContent.notOpen(), request);
    }
    if (text != null && mayRead) {
      Sheet open = new Sheet(sheet, Sheet.TO_READ, dossier.portions().size());
      model.addAttribute("sheet", open);
      model.addAttribute(
          "portions", words(dossier, content.portions(sight, id, lines.of(sight, id)), open));
    }
    model.addAttribute("passages", passages(id));
    model.addAttribute("released", releases.holds(id));
    model.addAttribute("pageMarking", PageMarking.of(shown));
    return "document";
  }

  /**
   * A portion of the open text.
   *
   * @param id such as {@code p4}
   * @param runs its words, cut at what was read in them
   */
  record Words(String id, List<TextRun> runs) {
    /** Copies the runs. */
    Words {
      runs = List.copyOf(runs);
    }
  }

  /** One sheet of the text, with each reading and proposal at its place. */
  private static List<Words> words(Dossier dossier, List<PortionText> texts, Sheet sheet) {
    List<Words> words = new ArrayList<>();
    for (int i = sheet.from(); i < sheet.to(); i++) {
      int from = dossier.portions().get(i).from();
      int to = dossier.portions().get(i).to();
      List<TextRun.Marked> marked = new ArrayList<>();
      for (ReadDocument.Proposed found : dossier.read().proposals()) {
        Proposal proposal = found.proposal();
        mark(marked, proposal.from(), proposal.to(), found.id(), from, to);
      }
      for (ReadDocument.Found found : dossier.read().readings()) {
        mark(marked, found.from(), found.to(), found.id(), from, to);
      }
      words.add(
          new Words(texts.get(i).id(), TextRun.of(texts.get(i).text().stripTrailing(), marked)));
    }
    return words;
  }

  private static void mark(
      List<TextRun.Marked> marked, int from, int to, String label, int begins, int ends) {
    if (from < ends && to > begins) {
      marked.add(
          new TextRun.Marked(Math.max(from, begins) - begins, Math.min(to, ends) - begins, label));
    }
  }

  /** The diagram of a definition through which this document has passed. */
  @GetMapping("/diagrams/{key}/{version}")
  ResponseEntity<byte[]> diagram(
      @PathVariable UUID id, @PathVariable String key, @PathVariable int version) {
    viewing.view(sights.of(callers.current()), id);
    boolean passed =
        course.path(id).stream()
            .anyMatch(p -> p.processKey().equals(key) && p.processVersion() == version);
    byte[] diagram =
        (passed ? definitions.bpmn(key, Optional.of(version)) : Optional.<byte[]>empty())
            .orElseThrow(Refused::notKnown);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(diagram);
  }

  private List<Drawn> passages(UUID id) {
    List<Drawn> drawn = new ArrayList<>();
    for (Passage passage : course.path(id)) {
      String began = names.moment(passage.startedAt());
      boolean running = passage.endedAt() == null;
      drawn.add(
          new Drawn(
              passage.processKey(),
              passage.processVersion(),
              words(passage.processKey()),
              String.join(" ", passage.passed()),
              String.join(" ", passage.current()),
              running
                  ? "Since " + began
                  : began
                      + " to "
                      + names.moment(java.util.Objects.requireNonNull(passage.endedAt())),
              running));
    }
    return drawn;
  }

  /** Whether the caller keeps the registration: the intake or records people of the holder. */
  private static boolean custodian(Person caller, Dossier dossier) {
    return (caller.has(Role.INTAKE_OFFICER) || caller.has(Role.RECORDS_MANAGER))
        && caller.agency().equals(dossier.document().holdingAgency());
  }

  private static String words(String key) {
    String words = key.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Other other(Dossier dossier) {
    return new Other(
        dossier.document().id(),
        dossier.words().title(),
        PageMarking.of(dossier.protection()),
        dossier.document().state() == DocumentState.WITHDRAWN);
  }
}
