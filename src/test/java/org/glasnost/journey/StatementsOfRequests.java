package org.glasnost.journey;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes the statements that requests send to the database, and none of the background's: what a
 * caller may not know must cost the same work as what is not there.
 */
final class StatementsOfRequests implements BeanPostProcessor {
  private final List<String> noted = Collections.synchronizedList(new ArrayList<>());

  /** What was sent since the last call. */
  List<String> taken() {
    synchronized (noted) {
      List<String> taken = List.copyOf(noted);
      noted.clear();
      return taken;
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Noting(source) : bean;
  }

  private final class Noting extends DelegatingDataSource {
    Noting(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return noting(super.getConnection());
    }
  }

  private Connection noting(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              note(method.getName(), arguments);
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  private void note(String method, Object @Nullable [] arguments) {
    if (RequestContextHolder.getRequestAttributes() == null) {
      return;
    }
    if (method.startsWith("prepare") && arguments != null) {
      noted.add(String.valueOf(arguments[0]));
    } else if (method.equals("createStatement")) {
      noted.add(method);
    }
  }
}
