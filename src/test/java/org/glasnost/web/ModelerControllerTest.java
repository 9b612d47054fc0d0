package org.glasnost.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentFile;
import org.glasnost.process.deployment.DeploymentState;
import org.glasnost.process.deployment.SubmitDeployment;
import org.glasnost.process.deployment.Submitter;
import org.glasnost.process.deployment.SubmittingDeployment;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

/** The exchange that Camunda Modeler holds when somebody presses Deploy. */
class ModelerControllerTest {
  private final SubmittingDeployment submitting = mock(SubmittingDeployment.class);
  private final Callers callers = mock(Callers.class);
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(
              new ModelerController(submitting, callers, (refused, request) -> {}))
          .setControllerAdvice(
              new Problems(new ProblemAnswers(new JsonMapper()), (refused, request) -> {}))
          .build();

  @BeforeEach
  void anAdministratorCalls() {
    call(Role.ADMINISTRATOR);
  }

  @Test
  void theProbesAreAnswered() throws Exception {
    http.perform(get("/engine-rest/version"))
        .andExpect(status().isOk())
        .andExpect(content().json("{\"version\":\"7.24.0\"}"));
    http.perform(get("/engine-rest/deployment").param("maxResults", "0"))
        .andExpect(status().isOk())
        .andExpect(content().json("[]"));
  }

  @Test
  void aSoundFileIsAnsweredAsAnEngineWouldWithANameThatSaysItIsPending() throws Exception {
    Deployment pending = pending();
    when(submitting.submitIfSound(any(), anyBoolean(), any(), any())).thenReturn(pending);

    http.perform(create().param("enable-duplicate-filtering", "true"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.id").value(pending.id().toString()))
        .andExpect(jsonPath("$.name").value(containsString("pending")))
        .andExpect(jsonPath("$.source").value("Camunda Modeler"))
        .andExpect(jsonPath("$.deploymentTime").exists())
        .andExpect(content().string(containsString("\"tenantId\":null")))
        .andExpect(jsonPath("$.deployedProcessDefinitions").isEmpty());

    ArgumentCaptor<SubmitDeployment> command = ArgumentCaptor.forClass(SubmitDeployment.class);
    verify(submitting).submitIfSound(command.capture(), eq(true), any(), any());
    assertThat(command.getValue().name()).isEqualTo("Release");
    assertThat(command.getValue().files())
        .containsExactly(
            new DeploymentFile("release.bpmn", "<a/>".getBytes(UTF_8)),
            new DeploymentFile("other.bpmn", "<b/>".getBytes(UTF_8)));
  }

  @Test
  void whatTheGateFindsIsShownInTheEnginesWords() throws Exception {
    when(submitting.submitIfSound(any(), anyBoolean(), any(), any()))
        .thenThrow(
            new Refused(Ground.RULE, Finding.error("DPL-0010", "It runs code.").about("Task_1")));
    http.perform(create())
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("ParseException"))
        .andExpect(
            jsonPath("$.message")
                .value(
                    "ENGINE-09005 Could not parse BPMN process. DPL-0010 at Task_1: It runs code."))
        .andExpect(jsonPath("$.length()").value(2));
  }

  @Test
  void everythingElseIsRefusedAndSaysWhereToDoIt() throws Exception {
    for (String path : List.of("/engine-rest/task", "/engine-rest/process-definition/x/start")) {
      http.perform(post(path))
          .andExpect(status().isForbidden())
          .andExpect(jsonPath("$.type").exists())
          .andExpect(jsonPath("$.message").value(containsString("/api/")))
          .andExpect(jsonPath("$.length()").value(2));
    }
    http.perform(get("/engine-rest/deployment")).andExpect(status().isForbidden());
  }

  @Test
  void nobodyButAnAdministratorDeploys() throws Exception {
    call(Role.REVIEWER);
    http.perform(create())
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.message").exists());
  }

  private static MockMultipartHttpServletRequestBuilder create() {
    MockMultipartHttpServletRequestBuilder request = multipart("/engine-rest/deployment/create");
    request.param("deployment-name", "Release");
    request.param("deployment-source", "Camunda Modeler");
    request.param("deploy-changed-only", "false");
    return request
        .file(new MockMultipartFile("release.bpmn", "release.bpmn", null, "<a/>".getBytes(UTF_8)))
        .file(new MockMultipartFile("other.bpmn", "other.bpmn", null, "<b/>".getBytes(UTF_8)));
  }

  private void call(Role role) {
    Person person =
        new Person(
            UUID.randomUUID(),
            "admin",
            "admin",
            "Administrator",
            "NARA",
            Set.of(role),
            null,
            Set.of(),
            Set.of("USA"),
            null,
            List.of(),
            Map.of());
    when(callers.current()).thenReturn(person);
    when(callers.occasion(any()))
        .thenReturn(new Occasion(Actor.SYSTEM, null, null, null, ClientClass.PROGRAM, "test"));
  }

  private static Deployment pending() {
    return new Deployment(
        UUID.randomUUID(),
        "Release",
        "Camunda Modeler",
        DeploymentState.PENDING,
        new Submitter(UUID.randomUUID(), "admin"),
        Instant.parse("2026-01-05T10:00:00Z"),
        null,
        List.of(new DeploymentFile("release.bpmn", "<a/>".getBytes(UTF_8))),
        List.of());
  }
}
