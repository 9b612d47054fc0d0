package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever writes to the database and exchanges what is sealed of two records opens neither. */
class ExchangedTextsIT {
  private static final String ONE = "Quillfeather";
  private static final String OTHER = "Ransomebottom";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void opensNeitherAndTellsNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Exchange exchange =
        new Exchange(
            glasnost.part(JdbcClient.class),
            new TransactionTemplate(glasnost.part(PlatformTransactionManager.class)));
    UUID one = registered(glasnost, ONE);
    UUID other = registered(glasnost, OTHER);
    opens(glasnost, one, ONE);
    opens(glasnost, other, OTHER);
    for (Runnable exchanged :
        List.<Runnable>of(
            () -> exchange.pieces(one, other),
            () -> exchange.keys(one, other),
            () -> exchange.owners(one, other))) {
      exchange.alone(exchanged);
      try {
        opensNot(glasnost, one);
        opensNot(glasnost, other);
      } finally {
        exchange.alone(exchanged);
      }
      opens(glasnost, one, ONE);
      opens(glasnost, other, OTHER);
    }
  }

  private static UUID registered(RunningGlasnost glasnost, String word) {
    Work work = new Work(glasnost);
    // Of one length, so that nothing else than the seal tells them apart.
    String document =
        work.registers(
            "SECRET\n\nThis text is fictitious and tells of %-20s.\n".formatted(word),
            Map.of("title", "A fictitious text", "originatingAgency", "STATE"));
    work.claim("classifier.state", "MARKING_REVIEW", document);
    return UUID.fromString(document);
  }

  private static void opens(RunningGlasnost glasnost, UUID document, String word) {
    assertThat(glasnost.as("classifier.state").get(text(document)).body()).contains(word);
  }

  private static void opensNot(RunningGlasnost glasnost, UUID document) {
    Caller.Answer answer = glasnost.as("classifier.state").get(text(document));
    assertThat(answer.status()).as(answer.body()).isEqualTo(500);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    tellsNothing(answer.body());
    tellsNothing(
        new SignedInPages(glasnost)
            .as("classifier.state")
            .reads("/documents/" + document + "?text=shown")
            .body());
  }

  private static void tellsNothing(String body) {
    assertThat(body)
        .doesNotContain(ONE, OTHER, "Exception", "org.glasnost", "javax.crypto", "sealed item");
  }

  private static String text(UUID document) {
    return "/api/documents/" + document + "/text";
  }

  /** What somebody does in the database by hand; doing it twice leaves all as it was. */
  private record Exchange(JdbcClient jdbc, TransactionTemplate transaction) {
    private static final String ITEM =
        "(select id from content_item where kind = 'TEXT' and owner = ?)";

    void alone(Runnable exchanged) {
      transaction.executeWithoutResult(open -> exchanged.run());
    }

    /** The sealed pieces of both texts. */
    void pieces(UUID one, UUID other) {
      byte[] first = piece(one);
      byte[] second = piece(other);
      assertThat(first).hasSameSizeAs(second);
      put("update content_chunk set sealed = ? where item = " + ITEM, second, one);
      put("update content_chunk set sealed = ? where item = " + ITEM, first, other);
    }

    /** The wrapped keys of both records. */
    void keys(UUID one, UUID other) {
      byte[] first = key(one);
      byte[] second = key(other);
      put("update content_key set wrapped = ? where owner = ?", second, one);
      put("update content_key set wrapped = ? where owner = ?", first, other);
    }

    /** Whose items they are, so that each is opened by the other's key. */
    void owners(UUID one, UUID other) {
      UUID first = item(one);
      UUID second = item(other);
      put("update content_item set owner = ? where id = ?", other, first);
      put("update content_item set owner = ? where id = ?", one, second);
    }

    private byte[] piece(UUID owner) {
      return jdbc.sql("select sealed from content_chunk where item = " + ITEM)
          .param(owner)
          .query(byte[].class)
          .single();
    }

    private byte[] key(UUID owner) {
      return jdbc.sql("select wrapped from content_key where owner = ?")
          .param(owner)
          .query(byte[].class)
          .single();
    }

    private UUID item(UUID owner) {
      return jdbc.sql("select id from content_item where kind = 'TEXT' and owner = ?")
          .param(owner)
          .query(UUID.class)
          .single();
    }

    private void put(String sql, Object... values) {
      assertThat(jdbc.sql(sql).params(values).update()).as(sql).isEqualTo(1);
    }
  }
}
