package org.glasnost.setup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Closes the embedded database with {@code SHUTDOWN COMPACT} at a graceful stop. It takes part in
 * the wiring so early because it must come after everything that speaks to the database: what the
 * pool of connections is registered to depend on is destroyed after the pool.
 */
@Component
class CompactingAtStop implements BeanFactoryPostProcessor, EnvironmentAware, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(CompactingAtStop.class);
  private static final String NAME = "compactingAtStop";
  private static final String POOL = "dataSource";

  private String url = "";
  private String user = "";
  private String password = "";

  CompactingAtStop() {}

  @Override
  public void setEnvironment(Environment environment) {
    url = environment.getProperty("spring.datasource.url", "");
    user = environment.getProperty("spring.datasource.username", "");
    password = environment.getProperty("spring.datasource.password", "");
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    factory.registerDependentBean(NAME, POOL);
  }

  @Override
  public void destroy() {
    if (!url.startsWith("jdbc:h2:file:")) {
      return;
    }
    try (Connection connection =
            DriverManager.getConnection(url + ";IFEXISTS=TRUE", user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown compact");
      LOG.info("The embedded database is closed and compacted.");
    } catch (SQLException e) {
      LOG.warn("The embedded database was not compacted: error {}", e.getErrorCode());
    }
  }
}
