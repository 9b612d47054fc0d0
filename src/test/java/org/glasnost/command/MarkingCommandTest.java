package org.glasnost.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines in, one line of JSON for each answer out. */
class MarkingCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int status;

  private List<JsonNode> answers(String input, String... words) {
    return answers(input.getBytes(StandardCharsets.UTF_8), words);
  }

  private List<JsonNode> answers(byte[] input, String... words) {
    status = run(new ByteArrayInputStream(input), out, words);
    return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
  }

  private int run(InputStream in, OutputStream to, String... words) {
    return CommandLine.run(
        Stream.concat(Stream.of("marking"), Arrays.stream(words)).toArray(String[]::new),
        property -> Optional.empty(),
        in,
        // As on a machine whose character set is not UTF-8.
        new PrintStream(to, false, StandardCharsets.US_ASCII),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(JsonNode answer, String pointer) {
    return answer.at(pointer).asString();
  }

  @Test
  void everyPlainLineIsOneReading() {
    List<JsonNode> answers =
        answers("SECRET//NOFORN\r\n\nTop Secret; Niact Immediate; Nodis.\n(S)", "parse");
    assertThat(status).isZero();
    assertThat(answers).hasSize(4);
    assertThat(answers)
        .extracting(answer -> text(answer, "/level"))
        .containsExactly("SECRET", "NONE", "TOP_SECRET", "SECRET");
    assertThat(text(answers.get(0), "/text")).isEqualTo("SECRET//NOFORN");
    assertThat(text(answers.get(2), "/precedence/1")).isEqualTo("IMMEDIATE");
  }

  @Test
  void optionsSayWhatPlainLinesAreAndOfWhichDay() {
    JsonNode answer =
        answers("SECRET/SENSITIVE\n", "parse", "--kind", "BANNER", "--document-date", "1985-03-25")
            .get(0);
    assertThat(text(answer, "/era")).isEqualTo("EO_12356");
    assertThat(text(answer, "/controls/0")).isEqualTo("SENSITIVE");
  }

  @Test
  void aRequestIsAnsweredAsTheInterfaceWould() {
    List<JsonNode> answers =
        answers(
            """
            {"lines":[{"text":"SECRET"},{"text":"(U)"}]}
            {"text":"CONFIDENTIAL","kind":"BANNER","colour":"red"}
            """,
            "parse");
    assertThat(text(answers.get(0), "/readings/1/level")).isEqualTo("UNCLASSIFIED");
    assertThat(text(answers.get(1), "/level")).isEqualTo("CONFIDENTIAL");
    assertThat(status).isZero();
  }

  @Test
  void whatCannotBeAnsweredSaysItsLineAndTheRestIsAnswered() {
    byte[] input =
        concat(
            "SECRET\n{\"lines\":\n{\"lines\":[{}]}\n{\"text\":3}\n"
                .getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xff, (byte) 0xfe, '\n'},
            "(C)\n".getBytes(StandardCharsets.UTF_8));
    List<JsonNode> answers = answers(input, "parse");
    assertThat(status).isEqualTo(1);
    assertThat(answers).hasSize(6);
    assertThat(answers.get(1).at("/error/line").asInt()).isEqualTo(2);
    assertThat(text(answers.get(1), "/error/findings/0/rule")).isEqualTo("WEB-0001");
    assertThat(text(answers.get(2), "/error/findings/0/at")).isEqualTo("/lines/0/text");
    assertThat(text(answers.get(3), "/error/findings/0/rule")).isEqualTo("WEB-0003");
    assertThat(answers.get(4).at("/error/line").asInt()).isEqualTo(5);
    assertThat(text(answers.get(4), "/error/findings/0/rule")).isEqualTo("CMD-0002");
    assertThat(text(answers.get(5), "/level")).isEqualTo("CONFIDENTIAL");
  }

  @Test
  void anOverlongLineIsPassedOverWithoutBeingHeld() {
    byte[] longLine = new byte[InputLines.LONGEST + 1];
    Arrays.fill(longLine, (byte) 'S');
    List<JsonNode> answers =
        answers(concat(longLine, "\n(S)\n".getBytes(StandardCharsets.UTF_8)), "parse");
    assertThat(text(answers.get(0), "/error/findings/0/rule")).isEqualTo("CMD-0001");
    assertThat(text(answers.get(1), "/level")).isEqualTo("SECRET");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void charactersOfEveryPlaneGoThroughUnchanged() {
    JsonNode answer = answers("\uFEFFSЕCRET \uD83D\uDCDC", "parse").get(0);
    assertThat(text(answer, "/text")).isEqualTo("SЕCRET \uD83D\uDCDC");
  }

  @Test
  void aTextThatBeginsWithABraceIsPlainOnDemand() {
    List<JsonNode> answers = answers("{S) text\n", "parse", "--plain");
    assertThat(text(answers.get(0), "/text")).isEqualTo("{S) text");
    assertThat(status).isZero();
  }

  @Test
  void portionsUpToAnEmptyLineAreRolledUpTogether() {
    List<JsonNode> answers =
        answers(
            "\n(S//NF)\n(U)\n\n\n(C)\n\n{\"portions\":[\"(TS//SI//NF)\"]}\n(S//REL)\n",
            "rollup",
            "--banner",
            "SECRET//REL TO USA, GBR");
    assertThat(answers)
        .extracting(answer -> text(answer, "/banner"))
        .containsExactly(
            "SECRET//NOFORN", "CONFIDENTIAL", "TOP SECRET//SI//NOFORN", "SECRET//REL TO USA, GBR");
    assertThat(status).isZero();
  }

  @Test
  void portionsOfWhichOneWasNotReadHaveNoBanner() {
    List<JsonNode> answers =
        answers(
            concat(
                "(U)\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {'(', 'S', (byte) 0xc3, ')', '\n'},
                "(U)\n\n(C)\n{\"portions\":[\"(S)\"]}\n(U)\n".getBytes(StandardCharsets.UTF_8)),
            "rollup");
    assertThat(answers).hasSize(4).allMatch(answer -> answer.has("error"));
    assertThat(answers)
        .extracting(answer -> answer.at("/error/line").asInt())
        .containsExactly(2, 1, 6, 5);
    assertThat(status).isEqualTo(1);
  }

  @Test
  void moreThanAThousandPortionsAreRefusedAsOverHttp() {
    List<JsonNode> answers = answers("(U)\n".repeat(1001) + "\n(S)\n", "rollup");
    assertThat(text(answers.get(0), "/error/findings/0/rule")).isEqualTo("MRK-0901");
    assertThat(text(answers.get(1), "/banner")).isEqualTo("SECRET");
  }

  @Test
  void aDateIsComputedForEachInstruction() {
    List<JsonNode> answers =
        answers(
            "DECL: OADR\n\n20300101\n{\"originDate\":\"2030-01-01\",\"asOf\":\"2026-01-01\"}\n",
            "date",
            "--origin-date",
            "1985-03-25",
            "--level",
            "SECRET",
            "--permanent",
            "true",
            "--as-of",
            "2026-01-01");
    assertThat(answers).hasSize(4);
    assertThat(text(answers.get(0), "/declassifyOn")).isEqualTo("2010-03-25");
    assertThat(text(answers.get(0), "/automaticDeclassification")).isEqualTo("2010-12-31");
    assertThat(text(answers.get(0), "/effect")).isEqualTo("ENDED_BY_RULE");
    assertThat(answers.get(1).at("/explanation").size()).isPositive();
    assertThat(answers.get(3).at("/error/line").asInt()).isEqualTo(4);
    assertThat(status).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sing",
        "parse --colour red",
        "parse --kind",
        "parse --kind banner",
        "parse --document-date 1985-02-30",
        "parse --kind BANNER --kind SCAN",
        "rollup --context NONE",
        "date --permanent perhaps",
        "date --level S",
        "date --as-of today"
      })
  void aWrongCallIsToldBeforeAnyLineIsRead(String words) {
    assertThat(
            run(
                InputStream.nullInputStream(),
                out,
                words.isEmpty() ? new String[0] : words.split(" ")))
        .isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
  }

  @Test
  void helpNamesEveryCommandAndOption() {
    assertThat(run(InputStream.nullInputStream(), out, "parse", "--help")).isZero();
    String help = out.toString(StandardCharsets.UTF_8);
    assertThat(help).contains("parse", "rollup", "date", "--plain", "Exit status");
    Stream.concat(DateLines.TEXTS.stream(), DateLines.FLAGS.stream())
        .forEach(member -> assertThat(help).contains(MarkingOptions.option(member)));
  }

  /** An input that tells how far it was read when the first answer came. */
  @Test
  void answersBeforeTheInputEnds() {
    InputStream endless =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            at++;
            return at % 4 == 0 ? '\n' : "(S)".charAt(at % 4 - 1);
          }

          @Override
          public int read(byte[] target, int from, int length) {
            for (int i = 0; i < length; i++) {
              target[from + i] = (byte) read();
            }
            return length;
          }
        };
    OutputStream closed =
        new OutputStream() {
          private int left = 50_000;

          @Override
          public void write(int one) throws java.io.IOException {
            if (--left < 0) {
              throw new java.io.IOException("nobody reads");
            }
          }
        };
    assertThat(run(endless, closed, "parse")).isEqualTo(1);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
