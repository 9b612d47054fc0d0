package org.glasnost.journey;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes the statements that requests send to the database, and none of the background's: what a
 * caller may not know must cost the same work as what is not there. And refuses what the product
 * writes outside a transaction, which the embedded database may keep by half (ADR 0020).
 */
final class StatementsOfRequests implements BeanPostProcessor {
  private static final Pattern WRITES =
      Pattern.compile("\\s*(insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);

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
              if (method.getName().startsWith("prepare") && arguments != null) {
                requireTransaction(String.valueOf(arguments[0]), connection);
              }
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

  private static void requireTransaction(String statement, Connection connection)
      throws SQLException {
    if (WRITES.matcher(statement).lookingAt()
        && connection.getAutoCommit()
        && calledByTheProduct()) {
      throw new SQLException("written outside a transaction: " + statement);
    }
  }

  /** Whether the nearest of our own classes on the stack is none of the tests. */
  private static boolean calledByTheProduct() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(type -> type.getName().startsWith("org.glasnost."))
                    .filter(
                        type -> !type.getName().startsWith(StatementsOfRequests.class.getName()))
                    .findFirst()
                    .map(StatementsOfRequests::isOfTheProduct)
                    .orElse(false));
  }

  private static boolean isOfTheProduct(Class<?> type) {
    return !type.getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .equals(StatementsOfRequests.class.getProtectionDomain().getCodeSource().getLocation());
  }
}
