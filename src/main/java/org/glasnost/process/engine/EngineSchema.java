package org.glasnost.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables, made by the scripts that its own jar carries for the database at hand. The
 * checksum covers the scripts of every supported database: a jar with other scripts is noticed at
 * start, and an upgrade of the engine is a migration of its own.
 *
 * <p>The engine's user store is left out: people and roles are ours.
 */
@Component
public class EngineSchema implements JavaMigration {
  private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";
  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  /** The databases that the product supports, as the engine's scripts name them. */
  private enum Vendor {
    H2("h2"),
    POSTGRESQL("postgres");

    private final String inScripts;

    Vendor(String inScripts) {
      this.inScripts = inScripts;
    }

    static Vendor of(Connection connection) throws SQLException {
      String product = connection.getMetaData().getDatabaseProductName();
      for (Vendor vendor : values()) {
        if (vendor.name().equalsIgnoreCase(product)) {
          return vendor;
        }
      }
      throw new IllegalStateException("not a database that Glasnost supports: " + product);
    }
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("0001");
  }

  @Override
  public String getDescription() {
    return "engine";
  }

  @Override
  public Integer getChecksum() {
    MessageDigest digest = sha256();
    for (Vendor vendor : Vendor.values()) {
      for (String part : PARTS) {
        digest.update(script(vendor, part));
      }
    }
    return ByteBuffer.wrap(digest.digest()).getInt();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    Vendor vendor = Vendor.of(connection);
    for (String part : PARTS) {
      ScriptUtils.executeSqlScript(connection, new ByteArrayResource(script(vendor, part)));
    }
  }

  private static byte[] script(Vendor vendor, String part) {
    String path = SCRIPT.formatted(vendor.inScripts, part);
    try (InputStream in = ProcessEngine.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the engine's jar has no " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the engine's jar cannot be read at " + path, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
