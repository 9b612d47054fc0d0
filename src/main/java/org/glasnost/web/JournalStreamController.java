package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.glasnost.audit.EventKind;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.history.EventFilter;
import org.glasnost.history.JournalEvent;
import org.glasnost.history.JournalTail;
import org.glasnost.history.Oversight;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal as it grows, as server-sent events (WHATWG HTML, section 9.2). The id of each is the
 * index of its leaf; who comes back with {@code Last-Event-ID} misses nothing and is told nothing
 * twice. Up to where the journal was looked through is told too, as an id without an event: whoever
 * asks for what is rare would otherwise come back without any, and begin at the end.
 */
@RestController
class JournalStreamController {
  private static final Duration LOOK = Duration.ofMillis(300);

  /**
   * Only who writes learns that nobody reads any more; until then the place is held. Of what was
   * looked through since the last one a client that comes back is looked through once more.
   */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(3);

  private static final long RETRY = 1000;
  private static final String INDEX = "0|[1-9][0-9]{0,14}";

  private final Callers callers;
  private final LastingCallers lasting;
  private final NamedActors actors;
  private final JournalTail tail;
  private final Oversight oversight;
  private final JournalStreams streams;
  private final ContentMarking contentMarking;
  private final ProblemAnswers problems;
  private final JsonMapper json;

  JournalStreamController(
      Callers callers,
      LastingCallers lasting,
      NamedActors actors,
      JournalTail tail,
      Oversight oversight,
      JournalStreams streams,
      ContentMarking contentMarking,
      ProblemAnswers problems,
      JsonMapper json) {
    this.callers = callers;
    this.lasting = lasting;
    this.actors = actors;
    this.tail = tail;
    this.oversight = oversight;
    this.streams = streams;
    this.contentMarking = contentMarking;
    this.problems = problems;
    this.json = json;
  }

  /**
   * Written on the request's own thread, as an export is. What the caller accepts is looked at
   * here: to the framework an address that nothing else answers is that of an event.
   */
  @GetMapping("/api/journal/events/stream")
  void follow(
      @RequestParam(required = false) @Nullable UUID document,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable EventKind kind,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Accepted.best(accept, List.of(MediaType.TEXT_EVENT_STREAM), Function.identity());
    Person auditor = callers.current();
    UUID whose = actors.of(auditor, actor);
    Long first = lastSeen == null ? null : index(lastSeen) + 1;
    EventFilter filter = new EventFilter(document, whose, kind, from, to);
    Optional<JournalStreams.Place> free = streams.take(auditor.id());
    if (free.isEmpty()) {
      tooMany(request, response);
      return;
    }
    try (JournalStreams.Place place = free.get()) {
      Supplier<Optional<Person>> caller = lasting.of(request);
      long next = tail.begin(auditor, callers.occasion(Role.AUDITOR), filter, first);
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      Announced announced = new Announced(oversight.readable(auditor));
      response.setHeader(ContentMarking.HEADER, announced.marking());
      write(response, place, caller, filter, announced, next);
    }
  }

  /** The highest marking that may come, which stands at the head of the answer. */
  private final class Announced {
    private final String marking;
    private Set<Long> within;

    Announced(Set<Long> labels) {
      this.marking = banner(labels);
      this.within = labels;
    }

    String marking() {
      return marking;
    }

    /** Whether what is told under these labels is marked as the answer is. */
    boolean isOf(Set<Long> labels) {
      if (!labels.equals(within)) {
        if (!banner(labels).equals(marking)) {
          return false;
        }
        within = labels;
      }
      return true;
    }

    private String banner(Set<Long> labels) {
      return HeldBanner.of(contentMarking.ofLabels(labels)).rollUp();
    }
  }

  private void write(
      HttpServletResponse response,
      JournalStreams.Place place,
      Supplier<Optional<Person>> caller,
      EventFilter filter,
      Announced announced,
      long first)
      throws IOException {
    OutputStream out = response.getOutputStream();
    send(out, "retry: " + RETRY + "\n" + seenUpTo(first));
    long next = first;
    long spoken = System.nanoTime();
    while (place.lasts()) {
      // Before each look, so that nothing is told that came after the end of the sign-in.
      Optional<Person> auditor = caller.get().filter(person -> person.has(Role.AUDITOR));
      if (auditor.isEmpty()) {
        return;
      }
      JournalTail.Stretch stretch = tail.from(auditor.get(), filter, next);
      if (!announced.isOf(stretch.labels())) {
        // The client comes back and is told under the marking that holds by now.
        return;
      }
      for (JournalEvent event : stretch.events()) {
        send(out, "id: " + event.index() + "\ndata: " + json.writeValueAsString(event) + "\n\n");
        spoken = System.nanoTime();
      }
      if (stretch.next() == next && !pause()) {
        return;
      }
      next = stretch.next();
      if (System.nanoTime() - spoken > SIGN_OF_LIFE.toNanos()) {
        send(out, seenUpTo(next));
        spoken = System.nanoTime();
      }
    }
  }

  /** An id without data: no event for the client, but what it says when it comes back. */
  private static String seenUpTo(long next) {
    return next == 0 ? ":\n\n" : "id: " + (next - 1) + "\n\n";
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static long index(String written) {
    if (!written.matches(INDEX)) {
      throw new Refused(
          Refused.Ground.MALFORMED,
          Finding.error(
              "JRN-0013",
              "Last-Event-ID is the id of an event of this stream: the index of a leaf."));
    }
    return Long.parseLong(written);
  }

  private void tooMany(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String words =
        "The journal is followed by as many as it can be; close one stream, or call later.";
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    problems.send(
        request,
        response,
        Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            words,
            request.getRequestURI(),
            List.of(Finding.error("JRN-0014", words))));
  }
}
