package org.glasnost.web.page.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.declassification.Answer;
import org.glasnost.declassification.Effect;
import org.glasnost.document.Dossier;
import org.glasnost.document.ReadingContent;
import org.glasnost.document.ViewingDocument;
import org.glasnost.marking.Protection;
import org.glasnost.process.engine.Course;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.Passage;
import org.glasnost.release.ReleaseRegister;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
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
  private final ViewingDocument viewing;
  private final ReadingContent content;
  private final ReleaseRegister releases;
  private final Course course;
  private final Definitions definitions;
  private final Sights sights;
  private final Callers callers;
  private final Names names;

  DocumentPage(
      ViewingDocument viewing,
      ReadingContent content,
      ReleaseRegister releases,
      Course course,
      Definitions definitions,
      Sights sights,
      Callers callers,
      Names names) {
    this.viewing = viewing;
    this.content = content;
    this.releases = releases;
    this.course = course;
    this.definitions = definitions;
    this.sights = sights;
    this.callers = callers;
    this.names = names;
  }

  /** Another document that this one leads to. */
  record Other(UUID id, String title, PageMarking marking) {}

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
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String text, Model model) {
    Person caller = callers.current();
    Sight sight = sights.of(caller);
    Dossier dossier = viewing.view(sight, id);
    model.addAttribute("custodian", custodian(caller, dossier));
    Protection shown = dossier.protection();
    UUID transmittal = dossier.enclosureOf();
    if (transmittal != null) {
      Dossier other = viewing.view(sight, transmittal);
      shown = shown.join(other.protection());
      model.addAttribute("transmittal", other(other));
    }
    List<Other> enclosures = new ArrayList<>();
    for (UUID enclosure : dossier.enclosures()) {
      Dossier other = viewing.view(sight, enclosure);
      shown = shown.join(other.protection());
      enclosures.add(other(other));
    }
    boolean mayRead = sights.mayRead(sight, id);
    model.addAttribute("enclosures", enclosures);
    model.addAttribute("dossier", dossier);
    model.addAttribute("document", dossier.document());
    model.addAttribute("verbatim", MarkingMoment.said(dossier.marking()));
    model.addAttribute("held", marking(dossier.protection()));
    model.addAttribute("names", names);
    model.addAttribute("today", today(dossier.declassification()));
    model.addAttribute("dates", dossier.declassification());
    model.addAttribute("dateCites", cites(dossier.declassification()));
    model.addAttribute("moments", MarkingMoment.of(viewing.markings(sight, id), names));
    model.addAttribute("mayRead", mayRead);
    if (text != null && mayRead) {
      model.addAttribute("portions", content.portions(sight, id, callers.occasion(null)));
    }
    model.addAttribute("passages", passages(id));
    model.addAttribute("released", releases.copy(id).isPresent());
    model.addAttribute("pageMarking", marking(shown));
    return "document";
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
        dossier.document().id(), dossier.words().title(), marking(dossier.protection()));
  }

  private static PageMarking marking(Protection held) {
    return new PageMarking(held.banner(), held.level());
  }

  private static List<String> cites(Answer answer) {
    return answer.cites().stream().map(Citation::shown).toList();
  }

  /** In one sentence, what the rules have done by today. */
  private static String today(Answer answer) {
    Effect effect = answer.effect();
    return switch (effect) {
      case RUNNING -> "The classification runs on.";
      case ENDED_BY_RULE ->
          "A rule has ended the classification. The record keeps its marking and protection here"
              + " until a declassification authority records the fact.";
      case CONFIRM_WITH_ORIGINATOR ->
          "A calculated date has passed. The originator must confirm it before anybody relies on it.";
      case EXCLUDED -> "This information is outside the order; another authority decides.";
      case NONE -> "No rule has an effect today.";
    };
  }
}
