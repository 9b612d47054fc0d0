package org.glasnost.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The review of one document, as the sum of the steps taken. It knows which step may come next and
 * who may not take it; whoever asks, and whatever a process proposes, a step out of order or by the
 * wrong person is refused here.
 *
 * <p>First reviewer, second reviewer, adjudicator and signer are all different persons. That two of
 * them review before anybody signs is policy of the office, on by default: no general rule of 32
 * CFR demands two persons (DOE Order 5650.2B Part E does for its own).
 */
public final class DocumentReview {
  private static final Citation TWO_PERSONS = Citation.inferred("DOE 5650.2B Part E");

  private final List<Step> steps;
  private final List<String> portions;
  private final boolean twoPersons;

  /**
   * @param portions the ids of the document's portions, in order
   * @param steps those taken so far, in their order
   * @param twoPersons whether two persons must have reviewed before the determination is signed
   */
  public DocumentReview(List<String> portions, List<Step> steps, boolean twoPersons) {
    this.portions = List.copyOf(portions);
    this.steps = List.copyOf(steps);
    this.twoPersons = twoPersons;
  }

  /** What may come next; empty once the determination is signed. */
  public Set<StepKind> expects() {
    Set<StepKind> next = EnumSet.of(StepKind.EQUITIES_IDENTIFIED);
    for (int i = 0; i < steps.size(); i++) {
      next = after(i);
    }
    return next;
  }

  /**
   * Holds a step against the order of the review and the separation of duties.
   *
   * @param self whether an account is that of the person who takes it
   * @throws Refused if it may not come now, or not from this person
   */
  public void admit(StepKind kind, Predicate<UUID> self) {
    if (!expects().contains(kind)) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error(
              "REV-0001",
              "This step cannot be taken now; the review waits for " + expects() + "."));
    }
    if (barredFrom(kind).stream().anyMatch(self)) {
      throw new Refused(Refused.Ground.NOT_ENTITLED, separation());
    }
  }

  /** The finding that a separation of duties forbids it. */
  public static Finding separation() {
    return Finding.error(
            "REV-0002",
            "Another person must do this: whoever took part in an earlier step of this review may"
                + " not take this one.")
        .citing(TWO_PERSONS);
  }

  /** Who may not take such a step, because of what they did before in this review. */
  public Set<UUID> barredFrom(StepKind kind) {
    return switch (kind) {
      case FIRST_REVIEWED ->
          tookPart(
              StepKind.SECOND_REVIEWED,
              StepKind.RETURNED,
              StepKind.ADJUDICATED,
              StepKind.SIGNATURE_REFUSED);
      case SECOND_REVIEWED, RETURNED ->
          tookPart(StepKind.FIRST_REVIEWED, StepKind.ADJUDICATED, StepKind.SIGNATURE_REFUSED);
      case ADJUDICATED ->
          tookPart(
              StepKind.FIRST_REVIEWED,
              StepKind.SECOND_REVIEWED,
              StepKind.RETURNED,
              StepKind.SIGNATURE_REFUSED);
      case SIGNED, SIGNATURE_REFUSED ->
          tookPart(
              StepKind.FIRST_REVIEWED,
              StepKind.SECOND_REVIEWED,
              StepKind.RETURNED,
              StepKind.ADJUDICATED);
      case REDACTION_ACCEPTED, REDACTION_REJECTED -> tookPart(StepKind.REDACTED);
      case REDACTED -> tookPart(StepKind.REDACTION_ACCEPTED, StepKind.REDACTION_REJECTED);
      case EQUITIES_IDENTIFIED, REFERRAL_ANSWERED, RELEASED, RELEASE_DECLINED -> Set.of();
    };
  }

  /** Agencies referred to and not yet heard, with the portions they were asked about, in order. */
  public Map<String, List<String>> outstanding() {
    Map<String, List<String>> asked = referred(steps.size());
    answers(steps.size()).keySet().forEach(asked::remove);
    return asked;
  }

  /** Every agency referred to so far, with the portions it was asked about, in order. */
  public Map<String, List<String>> referred() {
    return referred(steps.size());
  }

  /** What referred agencies answered, by agency. */
  public Map<String, Step.ReferralAnswer> answers() {
    return answers(steps.size());
  }

  /** The equities of other agencies, as last identified. */
  public List<Step.Equity> equities() {
    return last(steps.size(), StepKind.EQUITIES_IDENTIFIED)
        .map(step -> step.said().equities())
        .orElse(List.of());
  }

  /**
   * The decision that stands now: the adjudicator's, else the second reviewer's, else the first.
   */
  public Optional<Decision> standing() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.said().decision() != null) {
        return Optional.of(step.said().decision());
      }
    }
    return Optional.empty();
  }

  /** The signed determination. */
  public Optional<Step.Signature> signature() {
    return last(steps.size(), StepKind.SIGNED).map(step -> step.said().signature());
  }

  /** Whether an adjudicator has decided, rather than referred. */
  public boolean adjudicated() {
    return adjudicated(steps.size());
  }

  /** Whether a second decision would differ from the first one that stands. */
  public boolean differsFromFirst(Decision second) {
    Decision first = last(steps.size(), StepKind.FIRST_REVIEWED).orElseThrow().said().decision();
    return first == null || first.differsFrom(second, portions);
  }

  /** The steps, in order. */
  public List<Step> steps() {
    return steps;
  }

  /** The ids of the document's portions, in order. */
  public List<String> portions() {
    return portions;
  }

  private Set<StepKind> after(int index) {
    int taken = index + 1;
    boolean waits = !outstandingAt(taken).isEmpty();
    return switch (steps.get(index).kind()) {
      case EQUITIES_IDENTIFIED, RETURNED -> EnumSet.of(StepKind.FIRST_REVIEWED);
      case FIRST_REVIEWED -> waits ? EnumSet.of(StepKind.REFERRAL_ANSWERED) : afterFirst(taken);
      case SECOND_REVIEWED -> waits ? EnumSet.of(StepKind.REFERRAL_ANSWERED) : afterSecond(taken);
      case ADJUDICATED -> waits ? EnumSet.of(StepKind.REFERRAL_ANSWERED) : afterAdjudication(taken);
      case REFERRAL_ANSWERED ->
          waits ? EnumSet.of(StepKind.REFERRAL_ANSWERED) : afterReferrals(taken);
      case SIGNATURE_REFUSED ->
          adjudicated(taken) ? EnumSet.of(StepKind.ADJUDICATED) : afterRefusal(taken);
      case SIGNED, REDACTED, REDACTION_ACCEPTED, REDACTION_REJECTED, RELEASED, RELEASE_DECLINED ->
          EnumSet.noneOf(StepKind.class);
    };
  }

  /** Where the review goes on once every agency has answered: to where it was going before. */
  private Set<StepKind> afterReferrals(int taken) {
    for (int i = taken - 1; i >= 0; i--) {
      StepKind kind = steps.get(i).kind();
      if (kind == StepKind.FIRST_REVIEWED) {
        return afterFirst(taken);
      }
      if (kind == StepKind.SECOND_REVIEWED) {
        return afterSecond(taken);
      }
      if (kind == StepKind.ADJUDICATED) {
        return afterAdjudication(taken);
      }
    }
    return EnumSet.noneOf(StepKind.class);
  }

  private Set<StepKind> afterFirst(int taken) {
    Set<StepKind> next = EnumSet.of(StepKind.SECOND_REVIEWED, StepKind.RETURNED);
    Decision first = decision(taken, StepKind.FIRST_REVIEWED);
    boolean decided =
        first != null
            && first.determination() != null
            && first.determination() != Decision.Determination.REFER;
    if (!twoPersons && decided) {
      next.addAll(signatureSteps());
    }
    return next;
  }

  /** Back to the review before; where one person alone had reviewed, that one decides anew. */
  private Set<StepKind> afterRefusal(int taken) {
    Set<StepKind> next = EnumSet.of(StepKind.SECOND_REVIEWED, StepKind.RETURNED);
    if (!twoPersons && decision(taken, StepKind.SECOND_REVIEWED) == null) {
      next.add(StepKind.FIRST_REVIEWED);
    }
    return next;
  }

  private Set<StepKind> afterSecond(int taken) {
    Decision first = decision(taken, StepKind.FIRST_REVIEWED);
    Decision second = decision(taken, StepKind.SECOND_REVIEWED);
    boolean differ = first == null || second == null || first.differsFrom(second, portions);
    return differ ? EnumSet.of(StepKind.ADJUDICATED) : signatureSteps();
  }

  private Set<StepKind> afterAdjudication(int taken) {
    Decision decision = decision(taken, StepKind.ADJUDICATED);
    return decision == null || decision.determination() == Decision.Determination.REFER
        ? EnumSet.of(StepKind.ADJUDICATED)
        : signatureSteps();
  }

  private static Set<StepKind> signatureSteps() {
    return EnumSet.of(StepKind.SIGNED, StepKind.SIGNATURE_REFUSED);
  }

  private @Nullable Decision decision(int taken, StepKind kind) {
    return last(taken, kind).map(step -> step.said().decision()).orElse(null);
  }

  private boolean adjudicated(int taken) {
    Decision decision = decision(taken, StepKind.ADJUDICATED);
    return decision != null && decision.determination() != Decision.Determination.REFER;
  }

  private Map<String, List<String>> outstandingAt(int taken) {
    Map<String, List<String>> asked = referred(taken);
    answers(taken).keySet().forEach(asked::remove);
    return asked;
  }

  private Map<String, List<String>> referred(int taken) {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    for (Step step : steps.subList(0, taken)) {
      Decision decision = step.said().decision();
      if (decision != null) {
        for (Decision.ReferralRequest request : decision.referrals()) {
          List<String> about =
              asked.computeIfAbsent(String.valueOf(request.agency()), a -> new ArrayList<>());
          request.portions().stream().filter(p -> !about.contains(p)).forEach(about::add);
        }
      }
    }
    return asked;
  }

  private Map<String, Step.ReferralAnswer> answers(int taken) {
    Map<String, Step.ReferralAnswer> answers = new LinkedHashMap<>();
    for (Step step : steps.subList(0, taken)) {
      Step.ReferralAnswer answer = step.said().answer();
      if (answer != null) {
        answers.put(String.valueOf(answer.agency()), answer);
      }
    }
    return answers;
  }

  private Optional<Step> last(int taken, StepKind kind) {
    for (int i = taken - 1; i >= 0; i--) {
      if (steps.get(i).kind() == kind) {
        return Optional.of(steps.get(i));
      }
    }
    return Optional.empty();
  }

  private Set<UUID> tookPart(StepKind... kinds) {
    Set<StepKind> wanted = Set.of(kinds);
    Set<UUID> persons = new LinkedHashSet<>();
    for (Step step : steps) {
      if (wanted.contains(step.kind())) {
        persons.add(step.by());
      }
    }
    return persons;
  }
}
