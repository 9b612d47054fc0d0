package org.glasnost.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.glasnost.contract.FindingView;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.http.HttpStatus;

/**
 * What a caller is told when something is not done (RFC 9457).
 *
 * @param type a URN for the kind of problem
 * @param title the same for all problems of the kind
 * @param status the HTTP status
 * @param detail one sentence for a person; never more of the request than a finding's token
 * @param instance the path that was asked for, without its query
 * @param findings which rules refused; left out where none did
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FindingView> findings) {

  private static final String NOTHING_HERE = "There is nothing here under that name.";

  /** Copies the findings. */
  public Problem {
    findings = List.copyOf(findings);
  }

  /** A problem that no rule of the product stands behind. */
  public static Problem of(HttpStatus status, String instance) {
    return of(status, detail(status), instance, List.of());
  }

  /** A problem with what was found. */
  public static Problem of(
      HttpStatus status, String detail, String instance, List<Finding> findings) {
    if (status == HttpStatus.NOT_FOUND) {
      return notFound(instance);
    }
    return new Problem(
        urn(status),
        status.getReasonPhrase(),
        status.value(),
        detail,
        instance,
        FindingView.of(findings));
  }

  /** The answer to a use case's refusal. */
  public static Problem of(Refused refused, String instance) {
    HttpStatus status = status(refused.ground());
    String detail =
        refused.findings().size() == 1
            ? refused.findings().get(0).message()
            : refused.findings().size() + " rules refuse this; see the findings.";
    return of(status, detail, instance, refused.findings());
  }

  /** The HTTP status of a ground for refusal. */
  public static HttpStatus status(Refused.Ground ground) {
    return switch (ground) {
      case NOT_KNOWN -> HttpStatus.NOT_FOUND;
      case NOT_ENTITLED -> HttpStatus.FORBIDDEN;
      case CONFLICT -> HttpStatus.CONFLICT;
      case STALE -> HttpStatus.PRECONDITION_FAILED;
      case MALFORMED -> HttpStatus.BAD_REQUEST;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }

  /**
   * The one answer for what does not exist and for what the caller may not know: whatever was found
   * stays with us, since a difference between the two would tell.
   */
  private static Problem notFound(String instance) {
    HttpStatus status = HttpStatus.NOT_FOUND;
    return new Problem(
        urn(status),
        status.getReasonPhrase(),
        status.value(),
        NOTHING_HERE,
        instance,
        FindingView.of(Refused.notKnown().findings()));
  }

  private static String urn(HttpStatus status) {
    return "urn:glasnost:problem:" + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a status means here, for statuses that come without findings. */
  private static String detail(HttpStatus status) {
    if (status == HttpStatus.UNAUTHORIZED) {
      return "Sign in: this is for known callers.";
    }
    if (status == HttpStatus.FORBIDDEN) {
      return "None of your roles gives the right to do this.";
    }
    if (status == HttpStatus.METHOD_NOT_ALLOWED) {
      return "This cannot be done here; see the Allow header for what can.";
    }
    if (status == HttpStatus.NOT_ACCEPTABLE) {
      return "None of the forms that were asked for can be given.";
    }
    if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
      return "The body is not of a media type that is taken here.";
    }
    if (status == HttpStatus.CONTENT_TOO_LARGE) {
      return "The request is larger than is taken in: 20 MiB of text, 50 parts of a form.";
    }
    if (status == HttpStatus.REQUEST_TIMEOUT) {
      return "The body came too slowly to be waited for. Nothing was done; send it again.";
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      return "This does not answer at the moment. Nothing was done; try again later.";
    }
    if (status.is5xxServerError()) {
      return "Something went wrong here. The request's id leads the operators to it.";
    }
    return "The request is not of a form that is understood here.";
  }
}
