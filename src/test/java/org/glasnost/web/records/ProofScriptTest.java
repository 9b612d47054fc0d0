package org.glasnost.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The program by which an auditor's browser checks the journal, run outside a browser: against the
 * published vectors, against a journal that is whole, and against altered ones.
 */
class ProofScriptTest {
  @Test
  void theChecksOfThePagesHoldAgainstTheirVectorsAndFindWhatIsAltered() throws Exception {
    Process process =
        new ProcessBuilder("node", "--test", "--test-reporter=tap", "src/test/js/proof.test.mjs")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("# fail 0").doesNotContain("# tests 0");
  }
}
