package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lines are cut where they end, whatever pieces the file arrives in, and are counted and hashed.
 */
class ExportReaderTest {
  private static final String HEAD = "type,index,id,at,kind,commitment,salt,content\r\n";
  private static final int LONGEST = 4 * 1024 * 1024;

  /** An input that gives a few bytes at a time, as a slow connection does. */
  private static final class Sparing extends ByteArrayInputStream {
    private final int most;

    Sparing(byte[] bytes, int most) {
      super(bytes);
      this.most = most;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) {
      return super.read(into, from, Math.min(length, most));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 65_535, 65_536, 65_537, 1 << 20})
  void readsTheSameInPiecesOfAnySize(int most) throws Exception {
    String first = "{\"a\":\"" + "é".repeat(100_000) + "\"}\n";
    String second = "{\"b\":\"\uFFFD\"}\n";
    byte[] export = (first + second).getBytes(StandardCharsets.UTF_8);
    ExportReader reader = new ExportReader(new Sparing(export, most));

    assertThat(reader.next()).isEqualTo(Map.of("a", '"' + "é".repeat(100_000) + '"'));
    assertThat(reader.digestBefore()).isEqualTo(hashed(""));
    assertThat(reader.next()).isEqualTo(Map.of("b", "\"\uFFFD\""));
    assertThat(reader.digestBefore()).isEqualTo(hashed(first));
    assertThat(reader.line()).isEqualTo(2);
    assertThat(reader.next()).isNull();
  }

  @Test
  void refusesALineThatIsTooLong() throws Exception {
    String longest = "{\"a\":\"" + "x".repeat(LONGEST - 8) + "\"}";
    assertThat(longest).hasSize(LONGEST);
    assertThat(of(longest + "\n").next()).hasSize(1);
    refuses(longest + " \n");
    refuses("x".repeat(LONGEST + 1));
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] bad = "{\"a\":\"x\"}\n".getBytes(StandardCharsets.US_ASCII);
    for (byte wrong : new byte[] {(byte) 0xff, (byte) 0xc3, (byte) 0x80}) {
      bad[6] = wrong;
      assertThatThrownBy(() -> new ExportReader(new ByteArrayInputStream(bad)).next())
          .isInstanceOf(FormException.class)
          .hasMessage("not UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        "\n",
        HEAD + "event,0\r\n",
        HEAD + "leaf,0,,,,ab,,\n",
        HEAD + "leaf,0,,,,\"ab,,\r\n",
        HEAD + "leaf,0,,,,\"ab\"c,,\r\n",
        HEAD + "leaf,0,,,,a\"b,,\r\n",
        HEAD + "key,,,,,,x,\"{\"\"key\"\":\"\"k\"\",\"\"type\"\":\"\"key\"\"}\"\r\n",
        HEAD + "key,,,,,,,\"{\"\"key\"\":\"\"k\"\",\"\"type\"\":\"\"end\"\"}\"\r\n",
        "type,index\r\nleaf,0\r\n"
      })
  void refusesWhatIsNoLineOrRow(String export) {
    refuses(export);
  }

  @Test
  void readsRowsAsTheirLines() throws Exception {
    ExportReader reader =
        of(
            HEAD
                + "key,,,,,,,\"{\"\"key\"\":\"\"k\"\",\"\"type\"\":\"\"key\"\"}\"\r\n"
                + "leaf,0,,,,\"ab\",,\r\n");
    assertThat(reader.next()).isEqualTo(Map.of("key", "\"k\"", "type", "\"key\""));
    assertThat(reader.next())
        .isEqualTo(Map.of("type", "\"leaf\"", "index", "0", "commitment", "\"ab\""));
    assertThat(reader.next()).isNull();
  }

  private static void refuses(String export) {
    ExportReader reader = of(export);
    assertThatThrownBy(() -> readAll(reader)).isInstanceOf(FormException.class);
  }

  /** A cell's text is looked at where it is asked for, as a string. */
  private static void readAll(ExportReader reader) throws IOException, FormException {
    Map<String, String> line;
    while ((line = reader.next()) != null) {
      for (String value : line.values()) {
        Json.string(value);
      }
    }
  }

  private static ExportReader of(String export) {
    InputStream in = new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8));
    return new ExportReader(in);
  }

  private static String hashed(String text) {
    return HexFormat.of().formatHex(TreeHash.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}
