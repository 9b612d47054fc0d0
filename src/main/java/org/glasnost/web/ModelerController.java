package org.glasnost.web;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.POST;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;
import static org.springframework.web.bind.annotation.RequestMethod.TRACE;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.DeploymentState;
import org.glasnost.process.deployment.SubmitDeployment;
import org.glasnost.process.deployment.SubmittingDeployment;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What Camunda Modeler's <em>Deploy</em> asks of an engine, and nothing else of the engine's own
 * API. A deployment from there lands as pending like any other.
 */
@RestController
@RequestMapping("/engine-rest")
class ModelerController {
  /** The engine whose API Modeler expects; the version that the product is built with. */
  private static final String ENGINE_VERSION = "7.24.0";

  private final SubmittingDeployment submitting;
  private final Callers callers;
  private final BiConsumer<Refused, HttpServletRequest> refusals;

  /** For Spring. */
  @Autowired
  ModelerController(SubmittingDeployment submitting, Callers callers, RefusalLines lines) {
    this(submitting, callers, lines::recordOnly);
  }

  /**
   * @param refusals told of what is answered in the engine's own form
   */
  ModelerController(
      SubmittingDeployment submitting,
      Callers callers,
      BiConsumer<Refused, HttpServletRequest> refusals) {
    this.submitting = submitting;
    this.callers = callers;
    this.refusals = refusals;
  }

  /** A deployment in the engine's form; nothing of it is in force, so no definitions are named. */
  record EngineDeploymentView(
      UUID id,
      String name,
      @Nullable String source,
      Instant deploymentTime,
      @Nullable String tenantId,
      Map<String, Object> deployedProcessDefinitions) {

    static EngineDeploymentView of(Deployment deployment) {
      return new EngineDeploymentView(
          deployment.id(),
          deployment.name() + named(deployment.state()),
          deployment.source(),
          deployment.submittedAt(),
          null,
          Map.of());
    }

    private static String named(DeploymentState state) {
      return switch (state) {
        case PENDING -> " (pending: a second administrator must approve it)";
        case APPROVED -> " (approved)";
        case REJECTED -> " (rejected)";
      };
    }
  }

  /** An error in the engine's form. */
  record EngineError(String type, String message) {}

  @GetMapping(path = "/version", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> version() {
    DeploymentRights.requireAdministrator(callers.current());
    return Map.of("version", ENGINE_VERSION);
  }

  /** Modeler's probe whether it may deploy; what is deployed stands at {@code /api/deployments}. */
  @GetMapping(
      path = "/deployment",
      params = "maxResults=0",
      produces = MediaType.APPLICATION_JSON_VALUE)
  List<EngineDeploymentView> probe() {
    DeploymentRights.requireAdministrator(callers.current());
    return List.of();
  }

  @PostMapping(
      path = "/deployment/create",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> create(MultipartHttpServletRequest request) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    try {
      SubmitDeployment command = DeploymentsController.upload(request);
      Deployment deployment =
          submitting.submitIfSound(
              command, filtersDuplicates(request), person, callers.occasion(Role.ADMINISTRATOR));
      return ResponseEntity.ok(EngineDeploymentView.of(deployment));
    } catch (Refused refused) {
      if (refused.ground() != Ground.RULE) {
        throw refused;
      }
      refusals.accept(refused, request);
      return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(unparsed(refused));
    }
  }

  /** In the engine's API, deploying what has changed includes the filtering of duplicates. */
  private static boolean filtersDuplicates(MultipartHttpServletRequest request) {
    return Boolean.parseBoolean(request.getParameter("enable-duplicate-filtering"))
        || Boolean.parseBoolean(request.getParameter("deploy-changed-only"));
  }

  private static EngineError unparsed(Refused refused) {
    return new EngineError(
        "ParseException",
        refused.findings().stream()
            .map(ModelerController::shown)
            .collect(Collectors.joining("; ", "ENGINE-09005 Could not parse BPMN process. ", "")));
  }

  private static String shown(Finding finding) {
    String element = finding.token() == null ? "" : " at " + finding.token();
    return finding.rule() + element + ": " + finding.message();
  }

  /** Everything else that the engine's own API would do, by every method, for OPTIONS too. */
  @Hidden
  @RequestMapping(
      path = {"", "/**"},
      method = {GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE})
  void elsewhere() {
    callers.current();
    throw new Refused(
        Ground.NOT_ENTITLED,
        Finding.error(
            "DPL-0108",
            "Only Modeler's Deploy is answered here. Tasks are worked at /api/tasks, documents at"
                + " /api/documents, definitions and deployments at /api/processes and"
                + " /api/deployments."));
  }
}
