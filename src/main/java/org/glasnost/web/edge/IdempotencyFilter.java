package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.glasnost.authority.Person;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.BodyTooLarge;
import org.glasnost.web.Callers;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.glasnost.web.RefusalLines;
import org.glasnost.web.edge.RepeatedCalls.Earlier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does what a POST asks once, however often it comes under one {@code Idempotency-Key} of one
 * caller (a page's form sends it as the field {@code idempotencyKey}). The repeat gets the first
 * one's status and Location; its body is read anew, under the rights that the caller has now.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  private static final String HEADER = "Idempotency-Key";
  private static final String FIELD = "idempotencyKey";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /**
   * What an action acts on: {@code /api/tasks/<id>/complete} acts on {@code /api/tasks/<id>}; what
   * ends one of a person's rights, or has a failed step tried again, is answered with all of them.
   */
  private static final List<Pattern> ACTIONS =
      List.of(
          Pattern.compile("(/api/incidents)/" + ID + "/retry"),
          Pattern.compile("(/api/processes/[^/]+/versions/[0-9]+)/(?:suspend|resume)"),
          Pattern.compile("(/api/[a-z-]+/" + ID + "(?:/destruction|/holds/" + ID + ")?)/[a-z-]+"),
          Pattern.compile("(/api/journal/(?:holds|lapses)/" + ID + ")/[a-z]+(?:/[a-z]+)?"),
          Pattern.compile("(/api/people/" + ID + "/(?:rights|needs))/" + ID + "/end"));

  /** These change nothing, so that a repeat is simply answered again. */
  private static final Pattern CALCULATION =
      Pattern.compile(
          "/api/(?:markings/(?:parse|rollup)|declassification/compute|migrations/plan)");

  /** A form that is sent to look something up for it, and does nothing, keeps its key. */
  private static final Pattern LOOKING =
      Pattern.compile("/(?:intake|reviews/new|documents/[0-9a-f-]{36}/correct)/find");

  private final RepeatedCalls calls;
  private final ProblemAnswers answers;
  private final RefusalLines lines;

  IdempotencyFilter(RepeatedCalls calls, ProblemAnswers answers, RefusalLines lines) {
    this.calls = calls;
    this.answers = answers;
    this.lines = lines;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getMethod().equals("POST") ? key(request) : null;
    Optional<Person> caller = Callers.knownIn(request);
    if (key == null || caller.isEmpty() || LOOKING.matcher(request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      if (!KEY.matcher(key).matches()) {
        throw new Refused(
            Ground.MALFORMED,
            Finding.error("WEB-0012", "An Idempotency-Key is 1 to 255 visible ASCII characters."));
      }
      HttpServletRequest kept = isForm(request) ? request : new KeptBody(request);
      String callId = RepeatedCalls.callId(caller.get().id(), key);
      Earlier earlier = calls.begin(callId, mac(kept, key));
      if (earlier == null) {
        first(callId, kept, response, chain);
      } else {
        repeat(earlier, kept, response, chain);
      }
    } catch (Refused refused) {
      lines.recordOnly(refused, request);
      answers.send(request, response, Problem.of(refused, request.getRequestURI()));
    } catch (BodyTooLarge tooLarge) {
      Refused refused = BodyTooLarge.refusal();
      refused.initCause(tooLarge);
      lines.recordOnly(refused, request);
      answers.send(request, response, Problem.of(refused, request.getRequestURI()));
    }
  }

  private static @Nullable String key(HttpServletRequest request) {
    String header = request.getHeader(HEADER);
    return header != null || !isForm(request) ? header : request.getParameter(FIELD);
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (isMultipart(type)
            || type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33));
  }

  private static boolean isMultipart(String type) {
    return type.regionMatches(true, 0, "multipart/form-data", 0, 19);
  }

  private void first(
      String callId, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // Held back until the key says how the call ended: who has the answer may ask again at once.
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    boolean done = false;
    try {
      chain.doFilter(request, held);
      done = held.getStatus() < 400;
    } finally {
      if (done) {
        calls.ended(callId, held.getStatus(), held.getHeader(HttpHeaders.LOCATION));
      } else {
        calls.undone(callId);
      }
    }
    held.copyBodyToResponse();
  }

  private static void repeat(
      Earlier earlier, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (CALCULATION.matcher(path).matches()) {
      chain.doFilter(request, response);
      return;
    }
    String location = earlier.location();
    if (location != null) {
      response.setHeader(HttpHeaders.LOCATION, location);
    }
    String subject = location != null ? URI.create(location).getPath() : subject(path);
    if (earlier.status() >= 300 || subject == null) {
      response.setStatus(earlier.status());
      return;
    }
    request
        .getRequestDispatcher(subject)
        .forward(new Reading(request), new WithStatus(response, earlier.status()));
  }

  private static @Nullable String subject(String path) {
    return ACTIONS.stream()
        .map(action -> action.matcher(path))
        .filter(Matcher::matches)
        .map(action -> action.group(1))
        .findFirst()
        .orElse(null);
  }

  /**
   * Method, path and what the body says. Of a form: its fields but the key and the session's token;
   * of its files the bytes. The boundary between parts, which each client draws anew, does not
   * count.
   */
  private static String mac(HttpServletRequest request, String key)
      throws IOException, ServletException {
    Mac mac = RepeatedCalls.requestMac(key);
    update(mac, request.getMethod());
    update(mac, request.getRequestURI());
    update(mac, String.valueOf(request.getQueryString()));
    if (request instanceof KeptBody kept) {
      mac.update(kept.body());
    } else {
      Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
      fields.remove(FIELD);
      fields.remove("_csrf");
      fields.forEach((name, values) -> update(mac, name + "=" + Arrays.toString(values)));
      if (isMultipart(String.valueOf(request.getContentType()))) {
        for (var part : request.getParts()) {
          if (!part.getName().equals(FIELD) && !part.getName().equals("_csrf")) {
            update(mac, part.getName() + " " + part.getSize());
            try (var bytes = part.getInputStream()) {
              mac.update(bytes.readAllBytes());
            }
          }
        }
      }
    }
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private static void update(Mac mac, String words) {
    mac.update(words.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
  }

  /** The same request, as a reading of what it changed. */
  private static final class Reading extends HttpServletRequestWrapper {
    Reading(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }

  /** An answer that, where the reading succeeds, bears the first call's status. */
  private static final class WithStatus extends HttpServletResponseWrapper {
    private final int first;

    WithStatus(HttpServletResponse response, int first) {
      super(response);
      this.first = first;
      super.setStatus(first);
    }

    @Override
    public void setStatus(int status) {
      super.setStatus(status < 300 ? first : status);
    }
  }
}
