package org.glasnost.release.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextCopyTest {

  @Test
  void bearsTheMarkAboveTheRecord() {
    assertThat(PlainTextCopy.render(Examples.inPart()))
        .startsWith(
            """
            Declassified
            by CF, NARA, July 25, 2000
            Authority: E.O. 12958
            Case and item: NLS F99-051 #321
            This action was recorded on 2026-11-23 as done on 2000-07-25.

            Memorandum from the Secretary of State to the President: Letter from Gorbachev
            Date of the document: March 25, 1985
            Old marking: [lined through: %s]
            Old marking: [lined through: %s]
            Released in part."""
                .formatted(Examples.BANNER, Examples.FOOT));
  }

  @Test
  void keepsTheRecordLineByLine() {
    assertThat(PlainTextCopy.render(Examples.inPart()))
        .contains("\nTHE SECRETARY OF STATE\n\nWASHINGTON\n\nMarch 25, 1985\n\n")
        .contains("\n[lined through: " + Examples.BANNER + "] ACM RUS SEEN\n\n")
        .contains(
            "\nSoviet Chargé [withheld: 3.3(b)(1)] delivered to Rick Burt today the attached letter"
                + " to you from Gorbachev. [withheld: 3.3(b)(6)]. The tone");
  }

  @Test
  void startsANewParagraphAfterAPortionThatIsWithheldToItsEnd() {
    List<SourcePortion> portions =
        List.of(SourcePortion.of(1, "secret\n\n"), SourcePortion.of(2, "open\n"));

    assertThat(
            PlainTextCopy.render(
                Examples.copy(Examples.OWN, portions, new Redaction(1, 0, 8, "AEA"))))
        .contains("\n[withheld: AEA]\n\nopen\n---");
  }
}
