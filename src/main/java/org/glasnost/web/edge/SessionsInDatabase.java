package org.glasnost.web.edge;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.glasnost.content.SealedElsewhere;
import org.glasnost.web.SessionTimes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Sessions are kept in the database, so that any node serves them and a restart ends none. What
 * they hold is sealed; who reads the database, or a copy of it, has no session by that.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionsInDatabase {
  /** Whose key in the vault seals what sessions hold, and whose seals their ids in cookies. */
  static final UUID HELD = UUID.fromString("5e551045-0000-4000-8000-000000000001");

  static final UUID IN_COOKIES = UUID.fromString("5e551045-0000-4000-8000-000000000002");

  private static final String TABLE = "user_session";
  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  SessionsInDatabase() {}

  @Bean(initMethod = "begin", destroyMethod = "end")
  StoredSessions<? extends Session> sessionRepository(
      JdbcOperations jdbc,
      PlatformTransactionManager transactions,
      SealedElsewhere sealed,
      SessionTimes times,
      @Value("${spring.datasource.url}") String url) {
    ReadingApart turns = new ReadingApart(transactions);
    JdbcIndexedSessionRepository rows = new JdbcIndexedSessionRepository(jdbc, turns);
    rows.setTableName(TABLE);
    rows.setDefaultMaxInactiveInterval(times.idle());
    rows.setConversionService(SealedAttributes.conversion(sealed));
    rows.setSessionIdGenerator(SessionsInDatabase::newId);
    // Two requests of one page may bring the same attribute at the same moment.
    rows.setCreateSessionAttributeQuery(
        url.startsWith("jdbc:h2:")
            ? "merge into %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name,"
                + " attribute_bytes) key (session_primary_id, attribute_name) values (?, ?, ?)"
            : "insert into %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name,"
                + " attribute_bytes) values (?, ?, ?) on conflict (session_primary_id,"
                + " attribute_name) do update set attribute_bytes = excluded.attribute_bytes");
    return new StoredSessions<>(rows, turns, times.idle());
  }

  @Bean
  HttpSessionIdResolver sessionIdResolver(
      SealedElsewhere sealed, @Value("${server.servlet.session.cookie.name}") String name) {
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(new OwnHostCookie(name));
    return new SealedIds(ids, sealed);
  }

  private static String newId() {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
