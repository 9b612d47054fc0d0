package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class CompactingAtStopTest {
  @TempDir private Path directory;

  @Test
  void aStopLeavesTheDatabaseClosedAndSmallAfterThePoolIsClosed() throws SQLException {
    String url =
        "jdbc:h2:file:" + directory.resolve("stopped") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("spring.datasource.url", url)));
    context.registerBean("compactingAtStop", CompactingAtStop.class);
    context.registerBean(
        "dataSource",
        JdbcConnectionPool.class,
        () -> JdbcConnectionPool.create(url, "", ""),
        definition -> definition.setDestroyMethodName("dispose"));
    context.refresh();
    long before;
    try (Connection connection = context.getBean(JdbcConnectionPool.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table filled as select repeat('x', 2000) t from system_range(1, 9999)");
      statement.execute("create table kept as select 'a row' t");
      statement.execute("checkpoint sync");
      statement.execute("drop table filled");
      before = directory.resolve("stopped.mv.db").toFile().length();
    }

    context.close();

    assertThat(directory.resolve("stopped.mv.db").toFile().length())
        .isPositive()
        .isLessThan(Math.min(before, 200_000));
    try (Connection again = DriverManager.getConnection(url + ";IFEXISTS=TRUE", "", "");
        Statement query = again.createStatement();
        ResultSet row = query.executeQuery("select t from kept")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("a row");
    }
  }
}
