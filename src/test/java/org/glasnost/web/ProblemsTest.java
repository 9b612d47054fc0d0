package org.glasnost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.glasnost.contract.StrictJson;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What a caller is told of each thing that can go wrong. */
class ProblemsTest {
  private final MockMvc mvc;

  ProblemsTest() {
    JsonMapper.Builder builder = JsonMapper.builder();
    StrictJson.applyTo(builder);
    JsonMapper json = builder.build();
    DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
    new StrictParameters().addFormatters(conversion);
    mvc =
        MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(
                new Problems(new ProblemAnswers(json), (refused, request) -> {}),
                new StrictParameters())
            .setMessageConverters(new JacksonJsonHttpMessageConverter(json))
            .setConversionService(conversion)
            .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{\"title\":\"a\",\"colour\":\"red\"} | WEB-0002 | /colour",
        "{\"title\":5} | WEB-0003 | /title",
        "{\"title\":true} | WEB-0003 | /title",
        "{\"count\":\"5\"} | WEB-0003 | /count",
        "{\"count\":1.5} | WEB-0003 | /count",
        "{\"on\":\"2020-02-30\"} | WEB-0003 | /on",
        "{\"on\":\"\"} | WEB-0003 | /on",
        "{\"on\":\"2020-01-01T00:00:00Z\"} | WEB-0003 | /on",
        "{\"on\":[2020,1,1]} | WEB-0003 | /on",
        "{\"level\":\"secret\"} | WEB-0003 | /level",
        "{\"level\":2} | WEB-0003 | /level",
        "{\"level\":\"\"} | WEB-0003 | /level",
        "{\"parts\":[{\"title\":\"a\"},{\"title\":[]}]} | WEB-0003 | /parts/1/title",
        "{\"parts\":{}} | WEB-0003 | /parts",
      })
  void namesTheMemberThatIsNotAsAskedFor(String body, String rule, String member) throws Exception {
    MockHttpServletResponse answer = ask(body);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(answer.getContentAsString())
        .contains("\"rule\":\"" + rule + "\"", "\"at\":\"" + member + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {"{", "not json", "{\"title\":\"a\"} x", "{\"title\":\"a\",\"title\":\"b\"}", "''"})
  void refusesWhatIsNoJson(String body) throws Exception {
    assertThat(ask(body).getStatus()).isEqualTo(400);
  }

  @Test
  void takesAbsentAndNullForTheSame() throws Exception {
    assertThat(ask("{}").getStatus()).isEqualTo(200);
    assertThat(ask("{\"title\":null,\"on\":null,\"id\":null}").getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "abc",
    "1-1-1-1-1",
    "0F8FAD5B-D9CB-469F-A165-70867728950E",
    "0f8fad5b-d9cb-469f-a165-70867728950e0"
  })
  void knowsNoIdButLowerCaseOnes(String id) throws Exception {
    assertThat(perform(get("/api/things/" + id)).getStatus()).isEqualTo(404);
    assertThat(ask("{\"id\":\"" + id + "\"}").getStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Ground.class)
  void answersEachGroundWithItsStatus(Ground ground) throws Exception {
    MockHttpServletResponse answer = perform(get("/api/refused/" + ground));
    int expected =
        switch (ground) {
          case NOT_KNOWN -> 404;
          case NOT_ENTITLED -> 403;
          case CONFLICT -> 409;
          case STALE -> 412;
          case MALFORMED -> 400;
          case TOO_LARGE -> 413;
          case UNAVAILABLE -> 503;
          case RULE -> 422;
        };
    assertThat(answer.getStatus()).isEqualTo(expected);
    assertThat(answer.getContentAsString().contains("TST-0001")).isEqualTo(expected != 404);
  }

  @Test
  void whatMayNotBeKnownLooksLikeWhatIsNotThere() throws Exception {
    String hidden = perform(get("/api/refused/NOT_KNOWN")).getContentAsString();
    String absent = perform(get("/api/things/abc")).getContentAsString();

    assertThat(hidden.replace("/api/refused/NOT_KNOWN", ""))
        .isEqualTo(absent.replace("/api/things/abc", ""));
  }

  /** A step inside the engine that loses a race is told of as one outside it. */
  @Test
  void whoeverComesSecondIsToldSoWhereverTheyMet() throws Exception {
    for (String place : new String[] {"outside", "inside"}) {
      MockHttpServletResponse answer = perform(get("/api/race/" + place));
      assertThat(answer.getStatus()).as(place).isEqualTo(409);
      assertThat(answer.getContentAsString()).contains("WEB-0009");
    }
  }

  @Test
  void saysNothingOfABugButThatThereIsOne() throws Exception {
    MockHttpServletResponse answer = perform(get("/api/bug"));

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getContentAsString()).doesNotContain("canary", "Exception", "org.glasnost");
  }

  @Test
  void refusesAnotherMediaType() throws Exception {
    assertThat(
            perform(post("/api/things").contentType(MediaType.TEXT_PLAIN).content("x")).getStatus())
        .isEqualTo(415);
  }

  private MockHttpServletResponse ask(String body) throws Exception {
    return perform(post("/api/things").contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private MockHttpServletResponse perform(RequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse();
  }

  /** What is asked for here. */
  record Thing(
      @Nullable String title,
      @Nullable Integer count,
      @Nullable LocalDate on,
      @Nullable ClassificationLevel level,
      @Nullable UUID id,
      @Nullable List<Part> parts) {}

  /** A part of it. */
  record Part(@Nullable String title) {}

  /** Something to ask. */
  @RestController
  static class Things {
    @PostMapping("/api/things")
    Thing take(@RequestBody Thing thing) {
      return thing;
    }

    @GetMapping("/api/things/{id}")
    UUID give(@PathVariable UUID id) {
      return id;
    }

    @GetMapping("/api/refused/{ground}")
    void refuse(@PathVariable Ground ground) {
      throw new Refused(ground, Finding.error("TST-0001", "No."));
    }

    @GetMapping("/api/race/{place}")
    void race(@PathVariable String place) {
      CannotAcquireLockException lost = new CannotAcquireLockException("deadlock");
      if (place.equals("outside")) {
        throw lost;
      }
      throw new ProcessEngineException("in a listener", lost);
    }

    @GetMapping("/api/bug")
    void fail() {
      throw new IllegalStateException("canary");
    }
  }
}
