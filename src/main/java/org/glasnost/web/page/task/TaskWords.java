package org.glasnost.web.page.task;

import org.glasnost.process.TaskKind;
import org.glasnost.review.Decision;
import org.glasnost.review.StepKind;

/** What the pages call the kinds of work and of decision. */
final class TaskWords {

  private TaskWords() {}

  /** What is to be done, in one or two sentences. */
  static String guidance(TaskKind kind) {
    return switch (kind) {
      case MARKING_REVIEW ->
          "Say of each reading and each proposal whether it is so. What the document says is kept"
              + " verbatim; a marking that you state yourself takes the place of what was read.";
      case EQUITY_IDENTIFICATION ->
          "Name the portions that hold information of another agency. No row means that none does.";
      case FIRST_REVIEW -> "Decide portion by portion, then give the determination and its reason.";
      case REFERRAL_ANSWER ->
          "Record what the agency answered on the portions that it was asked about, and where its"
              + " answer is found.";
      case SECOND_REVIEW ->
          "Decide for yourself; the first decision stands beside each portion. You may also return"
              + " the review.";
      case ADJUDICATION -> "The two reviews differ. Your decision takes the place of both.";
      case SIGNATURE ->
          "Your signature gives the determination its effect today. Refusing sends it back with your"
              + " reason.";
      case REDACTION ->
          "Take out of the copy exactly what the signed determination withholds. The rows are filled"
              + " in from it.";
      case REDACTION_CHECK ->
          "Read the copy as it would go out. Nothing of what is withheld may show.";
      case RELEASE ->
          "This is the copy that goes out. Once released, every signed-in person may read it.";
    };
  }

  /** What is said once every undecided entry of a form was decided at a stroke. */
  static String rest(TaskKind kind) {
    return switch (kind) {
      case MARKING_REVIEW ->
          "Every sure reading that was not answered is accepted. What was repaired is left to you.";
      case FIRST_REVIEW, SECOND_REVIEW, ADJUDICATION, REFERRAL_ANSWER ->
          "Every portion that was undecided is released, in the draft. Nothing is completed yet.";
      case EQUITY_IDENTIFICATION, SIGNATURE, REDACTION, REDACTION_CHECK, RELEASE ->
          "The draft is kept.";
    };
  }

  /** What somebody did, as the head of what they said. */
  static String step(StepKind kind) {
    return switch (kind) {
      case EQUITIES_IDENTIFIED -> "Equities identified";
      case FIRST_REVIEWED -> "First review";
      case REFERRAL_ANSWERED -> "Answer of an agency";
      case SECOND_REVIEWED -> "Second review";
      case RETURNED -> "Returned to a first review";
      case ADJUDICATED -> "Adjudication";
      case SIGNED -> "Signed";
      case SIGNATURE_REFUSED -> "Signature refused";
      case REDACTED -> "Redacted";
      case REDACTION_ACCEPTED -> "Redaction accepted";
      case REDACTION_REJECTED -> "Redaction rejected";
      case RELEASED -> "Released";
      case RELEASE_DECLINED -> "Release declined";
    };
  }

  /** A determination. */
  static String determination(Decision.Determination determination) {
    return switch (determination) {
      case DECLASSIFY_IN_FULL -> "Declassify in full";
      case DECLASSIFY_IN_PART -> "Declassify in part";
      case SUSTAIN -> "Sustain the classification";
      case REFER -> "Refer to other agencies";
    };
  }

  /** What is done with a portion. */
  static String choice(Decision.Choice choice) {
    return switch (choice) {
      case RELEASE -> "Release";
      case WITHHOLD -> "Withhold";
      case PART -> "In part";
    };
  }
}
