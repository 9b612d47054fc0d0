package org.glasnost.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Process definitions on their way into force, for administrators. */
@RestController
@RequestMapping("/api/deployments")
class DeploymentsController {
  /** A drawing tool's names for the members are taken here too. */
  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "source",
          "deployment-name",
          "deployment-source",
          "enable-duplicate-filtering",
          "deploy-changed-only",
          "tenant-id",
          "_csrf");

  private final SubmittingDeployment submitting;
  private final DecidingDeployment deciding;
  private final Deployments deployments;
  private final Comparing comparing;
  private final ReadingLines lines;
  private final Callers callers;

  DeploymentsController(
      SubmittingDeployment submitting,
      DecidingDeployment deciding,
      Deployments deployments,
      Comparing comparing,
      ReadingLines lines,
      Callers callers) {
    this.submitting = submitting;
    this.deciding = deciding;
    this.deployments = deployments;
    this.comparing = comparing;
    this.lines = lines;
    this.callers = callers;
  }

  /** One submitted file: its name, its SHA-256 in hexadecimal digits, its size in bytes. */
  record FileView(String name, String sha256, int size) {}

  /**
   * What the gate found.
   *
   * @param element id of an element, or null where the file as a whole is meant
   * @param walk the way through the diagrams that shows it; empty where the element alone does
   */
  record GateFindingView(
      String rule,
      Severity severity,
      String file,
      @Nullable String element,
      String message,
      List<GateFinding.WalkStep> walk) {

    static GateFindingView of(GateFinding finding) {
      return new GateFindingView(
          finding.rule().value(),
          finding.severity(),
          finding.file(),
          finding.element(),
          finding.message(),
          finding.walk());
    }
  }

  /**
   * A deployment.
   *
   * @param submittedBy user name, {@code system} for what ships with the product
   * @param decidedBy user name, or null while it is pending
   * @param reason why it was rejected, or null
   */
  record DeploymentView(
      UUID id,
      String name,
      @Nullable String source,
      DeploymentState state,
      String submittedBy,
      Instant submittedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String reason,
      List<FileView> files,
      List<GateFindingView> findings) {

    static DeploymentView of(Deployment deployment, Function<Deployment, @Nullable String> why) {
      Deployment.Decision decision = deployment.decision();
      return new DeploymentView(
          deployment.id(),
          deployment.name(),
          deployment.source(),
          deployment.state(),
          deployment.submittedBy().userName(),
          deployment.submittedAt(),
          decision == null ? null : decision.by().userName(),
          decision == null ? null : decision.at(),
          why.apply(deployment),
          deployment.files().stream()
              .map(file -> new FileView(file.name(), file.sha256(), file.size()))
              .toList(),
          deployment.findings().stream().map(GateFindingView::of).toList());
    }
  }

  /** Why a deployment is rejected. */
  record Rejection(@Nullable String reason) {}

  @GetMapping
  ListView<DeploymentView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    DeploymentRights.requireAdministrator(callers.current());
    PageRequest asked = PageRequest.of(limit, after);
    Deployment last = Cursors.deployment(asked.after(), deployments);
    ListView<Deployment> found =
        asked.page(deployments.page(last, asked.limit() + 1), each -> each.id().toString());
    return new ListView<>(views(found.items()), found.next());
  }

  @GetMapping("/{id}")
  ResponseEntity<DeploymentView> get(@PathVariable UUID id) {
    DeploymentRights.requireAdministrator(callers.current());
    Deployment deployment = deployments.find(id).orElseThrow(Refused::notKnown);
    lines.deployments(List.of(deployment));
    return answer(deployment);
  }

  /** What each process of a deployment would change, against what is in force now. */
  @GetMapping("/{id}/comparisons")
  ListView<Comparison> comparisons(@PathVariable UUID id) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    return new ListView<>(
        comparing.of(deployments.find(id).orElseThrow(Refused::notKnown), person), null);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DeploymentView> submit(MultipartHttpServletRequest request) {
    Person person = callers.current();
    refuseUnknownMembers(request);
    DeploymentRights.requireAdministrator(person);
    Deployment deployment =
        submitting.submit(upload(request), person, callers.occasion(Role.ADMINISTRATOR));
    return ResponseEntity.created(URI.create("/api/deployments/" + deployment.id()))
        .eTag(ETags.of(deployment.version()))
        .body(view(deployment));
  }

  @PostMapping("/{id}/approve")
  ResponseEntity<DeploymentView> approve(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    hold(id, ifMatch);
    return answer(deciding.approve(id, callers.current(), callers.occasion(Role.ADMINISTRATOR)));
  }

  @PostMapping("/{id}/reject")
  ResponseEntity<DeploymentView> reject(
      @RequestBody Rejection rejection,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    hold(id, ifMatch);
    String reason = rejection.reason();
    return answer(
        deciding.reject(
            id,
            reason == null ? "" : reason,
            callers.current(),
            callers.occasion(Role.ADMINISTRATOR)));
  }

  /** Who may decide comes before what they have seen of it. */
  private void hold(UUID id, @Nullable String ifMatch) {
    ETags.hold(ifMatch, deciding.entitled(id, callers.current()).version());
  }

  private ResponseEntity<DeploymentView> answer(Deployment deployment) {
    return ResponseEntity.ok().eTag(ETags.of(deployment.version())).body(view(deployment));
  }

  /** What a page, a program or a drawing tool uploads; without a name, the first file's stands. */
  static SubmitDeployment upload(MultipartHttpServletRequest request) {
    List<DeploymentFile> files = UploadedFiles.of(request);
    String name = first(request, "deployment-name", "name");
    if (name == null) {
      name = files.isEmpty() ? "" : files.get(0).name();
    }
    return new SubmitDeployment(name, first(request, "deployment-source", "source"), files);
  }

  private static @Nullable String first(MultipartHttpServletRequest request, String... members) {
    for (String member : members) {
      String value = request.getParameter(member);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static void refuseUnknownMembers(MultipartHttpServletRequest request) {
    List<Finding> unknown =
        request.getParameterMap().keySet().stream()
            .filter(member -> !MEMBERS.contains(member))
            .map(
                member ->
                    Finding.error("DPL-0109", "A deployment has no such member.").about(member))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Refused(Ground.MALFORMED, unknown);
    }
  }

  /** Whoever rejects a deployment is answered with their own words: that is no reading. */
  private DeploymentView view(Deployment deployment) {
    return DeploymentView.of(
        deployment, each -> deciding.reason(each, callers.current()).orElse(null));
  }

  /** That the words of those that were rejected are shown is recorded first. */
  private List<DeploymentView> views(List<Deployment> shown) {
    lines.deployments(shown);
    return shown.stream().map(this::view).toList();
  }
}
