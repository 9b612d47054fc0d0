package org.glasnost.web.records;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.deployment.Comparing;
import org.glasnost.process.deployment.Comparison;
import org.glasnost.process.deployment.DecidingDeployment;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentFile;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.DeploymentState;
import org.glasnost.process.deployment.Deployments;
import org.glasnost.process.deployment.GateFinding;
import org.glasnost.process.deployment.SubmitDeployment;
import org.glasnost.process.deployment.SubmittingDeployment;
import org.glasnost.process.deployment.difference.ElementChange.Change;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.page.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where one administrator submits process definitions and another one decides on them. */
@Controller
@RequestMapping("/deployments")
class DeploymentPages {
  private static final String SOURCE = "Page";

  private final SubmittingDeployment submitting;
  private final DecidingDeployment deciding;
  private final Deployments deployments;
  private final Comparing comparing;
  private final DecisionParts decisionParts;
  private final ReadingLines lines;
  private final Callers callers;
  private final RefusedForms refusals;

  DeploymentPages(
      SubmittingDeployment submitting,
      DecidingDeployment deciding,
      Deployments deployments,
      Comparing comparing,
      DecisionParts decisionParts,
      ReadingLines lines,
      Callers callers,
      RefusedForms refusals) {
    this.submitting = submitting;
    this.deciding = deciding;
    this.deployments = deployments;
    this.comparing = comparing;
    this.decisionParts = decisionParts;
    this.lines = lines;
    this.callers = callers;
    this.refusals = refusals;
  }

  /** A deployment in the list. */
  record Row(
      UUID id,
      String name,
      String state,
      String style,
      String submittedBy,
      Instant submittedAt,
      int files,
      long errors) {
    static Row of(Deployment deployment) {
      return new Row(
          deployment.id(),
          SubmittedName.visible(deployment.name()),
          Typed.words(deployment.state()),
          DeploymentPages.style(deployment.state()),
          deployment.submittedBy().userName(),
          deployment.submittedAt(),
          deployment.files().size(),
          deployment.findings().stream().filter(GateFinding::isError).count());
    }
  }

  /**
   * A file with what the gate found in it.
   *
   * @param number its place in the deployment, from 0
   * @param diagram whether it can be shown as one
   */
  record FileRow(
      int number,
      DeploymentFile file,
      boolean diagram,
      List<GateFinding> findings,
      List<ComparisonRow> comparisons) {
    /** The file's name as it is shown. */
    public String name() {
      return SubmittedName.visible(file.name());
    }

    /** Ids of the elements that are to be changed, parted by blanks. */
    public String wrong() {
      return findings.stream()
          .filter(GateFinding::isError)
          .map(GateFinding::element)
          .filter(Objects::nonNull)
          .distinct()
          .collect(Collectors.joining(" "));
    }

    /** Ids of the elements and flows of a finding's walk that stand in this file. */
    public String walked(GateFinding finding) {
      return finding.walk().stream()
          .filter(step -> file.name().equals(step.file()))
          .flatMap(step -> Stream.of(step.element(), step.flow()))
          .filter(Objects::nonNull)
          .distinct()
          .collect(Collectors.joining(" "));
    }

    /** Ids of the elements that were not there, parted by blanks. */
    public String added() {
      return changed(Change.ADDED);
    }

    /** Ids of the elements that are there with other properties, parted by blanks. */
    public String altered() {
      return changed(Change.CHANGED);
    }

    private String changed(Change change) {
      return comparisons.stream().map(row -> row.changed(change)).collect(Collectors.joining(" "));
    }
  }

  @GetMapping
  ModelAndView list(@RequestParam(required = false) @Nullable String after) {
    DeploymentRights.requireAdministrator(callers.current());
    return list(after, FormFindings.NONE, null);
  }

  @PostMapping
  ModelAndView submit(
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable List<MultipartFile> files)
      throws IOException {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    List<DeploymentFile> sent = new ArrayList<>();
    for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
      String fileName = String.valueOf(file.getOriginalFilename());
      if (!fileName.isEmpty()) {
        sent.add(new DeploymentFile(fileName, file.getBytes()));
      }
    }
    try {
      String called = Typed.text(name);
      if (called == null) {
        called = sent.isEmpty() ? "Unnamed" : sent.get(0).name();
      }
      Deployment deployment =
          submitting.submit(
              new SubmitDeployment(called, SOURCE, sent),
              person,
              callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/deployments/" + deployment.id());
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found.on(list(null, found, name), refused);
    }
  }

  @GetMapping("/{id}")
  ModelAndView show(@PathVariable UUID id) {
    DeploymentRights.requireAdministrator(callers.current());
    return page(known(id), FormFindings.NONE, null);
  }

  /** A submitted file as it is, so that whoever decides sees what they decide on. */
  @GetMapping("/{id}/files/{number}")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable int number) {
    DeploymentRights.requireAdministrator(callers.current());
    List<DeploymentFile> files = known(id).files();
    if (number < 0 || number >= files.size()) {
      throw Refused.notKnown();
    }
    DeploymentFile file = files.get(number);
    // Never opened by a browser as a page of ours, whatever it says it is.
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(SubmittedName.forDownload(file.name()))
                .build()
                .toString())
        .body(file.bytes());
  }

  @PostMapping("/{id}/approve")
  ModelAndView approve(@PathVariable UUID id) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    Deployment deployment = known(id);
    try {
      deciding.approve(id, person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/deployments/" + id);
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found.on(page(deployment, found, null), refused);
    }
  }

  @PostMapping("/{id}/reject")
  ModelAndView reject(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String reason) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    Deployment deployment = known(id);
    try {
      deciding.reject(
          id, reason == null ? "" : reason, person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/deployments/" + id);
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found.on(page(deployment, found, reason), refused);
    }
  }

  private Deployment known(UUID id) {
    return deployments.find(id).orElseThrow(Refused::notKnown);
  }

  private ModelAndView list(@Nullable String after, FormFindings found, @Nullable String name) {
    PageRequest asked = PageRequest.of(null, after);
    Deployment last = Cursors.deployment(asked.after(), deployments);
    ListView<Deployment> shown =
        asked.page(
            deployments.page(last, asked.limit() + 1), deployment -> deployment.id().toString());
    return new ModelAndView("records/deployments")
        .addObject("rows", shown.items().stream().map(Row::of).toList())
        .addObject("next", shown.next())
        .addObject("found", found)
        .addObject("name", name);
  }

  private ModelAndView page(Deployment deployment, FormFindings found, @Nullable String rejection) {
    Person person = callers.current();
    // Once it is decided, what is in force may be the deployment itself.
    List<Comparison> comparisons =
        deployment.state() == DeploymentState.PENDING
            ? comparing.of(deployment, person)
            : List.of();
    List<FileRow> files = new ArrayList<>();
    for (DeploymentFile file : deployment.files()) {
      files.add(
          new FileRow(
              files.size(),
              file,
              file.name().endsWith(".bpmn"),
              deployment.findings().stream()
                  .filter(finding -> finding.file().equals(file.name()))
                  .toList(),
              comparisons.stream()
                  .filter(comparison -> comparison.file().equals(file.name()))
                  .map(ComparisonRow::of)
                  .toList()));
    }
    List<GateFinding> ofNoFile =
        deployment.findings().stream()
            .filter(
                finding ->
                    deployment.files().stream().noneMatch(f -> f.name().equals(finding.file())))
            .toList();
    lines.deployments(List.of(deployment));
    return new ModelAndView("records/deployment")
        .addObject("deployment", deployment)
        .addObject("name", SubmittedName.visible(deployment.name()))
        .addObject("state", Typed.words(deployment.state()))
        .addObject("style", style(deployment.state()))
        .addObject("pending", deployment.state() == DeploymentState.PENDING)
        .addObject("own", deciding.submitted(person, deployment))
        .addObject("files", files)
        .addObject("ofNoFile", ofNoFile)
        .addObject("decided", decisionParts.of(deployment))
        .addObject("reason", deciding.reason(deployment, person).orElse(null))
        .addObject("found", found)
        .addObject("rejection", rejection);
  }

  private static String style(DeploymentState state) {
    return switch (state) {
      case PENDING -> "state-waiting";
      case APPROVED -> "state-done";
      case REJECTED -> "state-refused";
    };
  }
}
