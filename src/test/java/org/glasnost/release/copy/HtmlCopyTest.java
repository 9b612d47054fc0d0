package org.glasnost.release.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.DeclassificationMark;
import org.junit.jupiter.api.Test;

class HtmlCopyTest {

  @Test
  void bearsTheMarkTheOldMarkingsStruckAndTheBasisOfWhatIsWithheld() {
    assertThat(HtmlCopy.render(Examples.inPart()))
        .contains("<p class=\"word\">Declassified</p>")
        .contains("<p class=\"byline\">by CF, NARA, July 25, 2000</p>")
        .contains("<p>Case and item: NLS F99-051 #321</p>")
        .contains("recorded on 2026-11-23 as done on 2000-07-25")
        .containsPattern("<s class=\"old-marking\">.*" + Examples.BANNER + ".*</s> ACM RUS SEEN")
        .contains("<mark class=\"withheld\">[withheld: 3.3(b)(1)]</mark> delivered")
        .doesNotContain("Sokolov", "Dobrynin", "positive attitude");
  }

  @Test
  void standsUnderAPolicyWithoutInlineScriptOrStyle() {
    assertThat(HtmlCopy.render(Examples.inPart()))
        .contains("<link rel=\"stylesheet\" href=\"/css/released-copy.css\">")
        .doesNotContainPattern("(?i)<script|<style|\\sstyle=|\\son[a-z]+=");
    assertThat(HtmlCopy.class.getResource("/static/css/released-copy.css")).isNotNull();
  }

  @Test
  void escapesWhatTheRecordTheTitleAndTheMarkSay() {
    DeclassificationMark mark =
        new DeclassificationMark(
            "<b>A & B</b>", "'x'", "\"y\"", "<c>", LocalDate.of(2000, 7, 25), null);
    ReleasedCopy copy =
        CopyMaking.of(
            "</title><script>1</script>",
            null,
            mark,
            List.of(Examples.marking(1, "128 <u>F79-051</u> # 322\n<img src=x>", "<u>F79-051</u>")),
            List.of(new Redaction(1, 25, 30, "<script>")),
            List.of());

    String html = HtmlCopy.render(copy);

    assertThat(html)
        .doesNotContain("<script", "<b>", "<u>", "<img", "<c>")
        .contains("&lt;u&gt;F79-051&lt;/u&gt;")
        .contains("by &lt;b&gt;A &amp; B&lt;/b&gt;, &#39;x&#39;, July 25, 2000")
        .contains("[withheld: &lt;script&gt;]");
  }

  @Test
  void keepsTheLinesOfAPortionAndPutsAddressLinesCloseTogether() {
    List<SourcePortion> portions =
        List.of(
            SourcePortion.of(1, "His Excellency\n"),
            SourcePortion.of(2, "Ronald W.REAGAN,\r\nThe President\n\n"));

    assertThat(HtmlCopy.render(Examples.copy(Examples.OWN, portions)))
        .contains("<p class=\"portion close\" id=\"p1\">His Excellency</p>")
        .contains("<p class=\"portion\" id=\"p2\">Ronald W.REAGAN,<br>The President</p>");
  }

  @Test
  void showsControlsThatHtmlForbidsAsReplacementCharacters() {
    assertThat(
            HtmlCopy.render(
                Examples.copy(Examples.OWN, List.of(SourcePortion.of(1, "a\u0000b\u001Bc\td")))))
        .contains("a\uFFFDb\uFFFDc\td");
  }
}
