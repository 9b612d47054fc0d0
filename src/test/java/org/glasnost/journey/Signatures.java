package org.glasnost.journey;

import java.time.LocalDate;
import java.util.Map;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.marking.ClassificationLevel;

/** A document whose review waits for its signature, and an authority whose delegation ends. */
public final class Signatures {
  private Signatures() {}

  /** What waits: ids of the document, its review and the authority's account. */
  public record Waiting(String document, String review, String authority) {}

  /** A signature that waits for somebody with authority over State's information to that day. */
  public static Waiting waiting(RunningGlasnost glasnost, LocalDate last) {
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired authority =
        staff.hired(Role.DECLASSIFICATION_AUTHORITY, "STATE", ClassificationLevel.TOP_SECRET);
    Map<String, Object> proposal =
        Staff.proposal(
            Map.of(
                "kind",
                "DELEGATION",
                "authority",
                "DECLASSIFICATION",
                "agency",
                "STATE",
                "toLevel",
                "SECRET"));
    proposal.put("to", last.toString());
    staff.given(authority, proposal);
    staff.trained(authority, TrainingKind.DECLASSIFICATION);
    String document = work.underReview(Papers.MEMO, Papers.fields("Before midnight"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    String review =
        glasnost
            .as("records.nara")
            .get("/api/documents/" + document)
            .json()
            .path("review")
            .asString();
    return new Waiting(document, review, authority.id());
  }

  /** The authority leaves; another signs. */
  public static void ended(RunningGlasnost glasnost, Waiting waiting) {
    new Staff(glasnost).leaves(new Staff.Hired(waiting.authority(), ""));
    new Work(glasnost)
        .does(
            "authority.state",
            "SIGNATURE",
            waiting.document(),
            Map.of("sign", true, "reason", "agreed"));
  }
}
