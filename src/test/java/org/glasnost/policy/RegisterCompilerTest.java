package org.glasnost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCompilerTest {
  @TempDir Path folder;

  @Test
  void writesOneLinePerWord() throws IOException {
    write("token: A\n    forms: [A]\n    cite: x\n    standing: READ");

    RegisterCompiler.compile(folder, folder.resolve("out"));

    assertThat(Files.readAllLines(folder.resolve("out/r-1.register")))
        .singleElement()
        .asString()
        .startsWith("A\tCONTROL\tA\t");
  }

  @Test
  void refusesAnUnknownKeyWithFileAndLine() throws IOException {
    write("token: A\n    forms: [A]\n    cite: x\n    standing: READ\n    colour: red");

    refuses("r/1/a.yaml:9: unknown key colour");
  }

  @Test
  void refusesAMissingCitation() throws IOException {
    write("token: A\n    forms: [A]\n    standing: READ");

    refuses("r/1/a.yaml:5: cite is missing");
  }

  @Test
  void refusesADanglingSuccessor() throws IOException {
    write("token: A\n    forms: [A]\n    successors: [\"r:B\"]\n    cite: x\n    standing: READ");

    refuses("successor r:B is in no register");
  }

  @Test
  void refusesATokenTwice() throws IOException {
    write(
        "token: A\n    forms: [A]\n    cite: x\n    standing: READ\n"
            + "  - token: A\n    forms: [A]\n    cite: x\n    standing: READ");

    refuses("r/1/a.yaml:9: token A stands already at r/1/a.yaml:5");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> RegisterCompiler.compile(folder, folder.resolve("out")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  private void write(String entry) throws IOException {
    Path file = folder.resolve("r/1/a.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "register: r\nedition: \"1\"\ncategory: CONTROL\nentries:\n  - " + entry + "\n");
  }
}
