package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that lists the rules about markings says what the code says. */
class RulesDocumentTest {
  @Test
  void listsEveryRuleAsTheCodeHasIt() throws IOException {
    assertThat(Files.readString(Path.of("docs/spec/rules-markings.md")))
        .endsWith(RulesTable.text());
  }
}
