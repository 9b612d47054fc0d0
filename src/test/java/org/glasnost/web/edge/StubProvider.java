package org.glasnost.web.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * An OpenID provider that says whatever a test has it say: discovery, keys and the token endpoint
 * alone. The code of a return is what its ID token is kept under.
 */
public final class StubProvider implements AutoCloseable {
  /** How this provider calls the installation. */
  public static final String CLIENT = "glasnost";

  private final HttpServer server;
  private final RSAKey key;
  private final ConcurrentHashMap<String, String> byCode = new ConcurrentHashMap<>();

  /** Starts it on a free port of this machine. */
  public StubProvider() {
    try {
      this.key = new RSAKeyGenerator(2048).keyID("of-the-provider").generate();
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    serves("/.well-known/openid-configuration", body -> discovery());
    serves("/keys", body -> new JWKSet(key.toPublicJWK()).toString());
    serves("/token", this::answer);
    server.start();
  }

  /** What it calls itself. */
  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Its key pair, for tests that forge. */
  public RSAKey key() {
    return key;
  }

  /** What somebody would be signed in by: claims that count. */
  public JWTClaimsSet.Builder claims(String subject, String nonce) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(subject)
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("auth_time", now.getEpochSecond())
        .claim("nonce", nonce);
  }

  /** A logout token that counts. */
  public JWTClaimsSet.Builder logout(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(subject)
        .audience(CLIENT)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(120)))
        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
  }

  /** Signs as the provider does. */
  public String signed(JWTClaimsSet claims) {
    return signed(claims, key, JWSAlgorithm.RS256);
  }

  /** Signs by any RSA key. */
  public static String signed(JWTClaimsSet claims, RSAKey by, JWSAlgorithm algorithm) {
    try {
      return signed(
          claims,
          new JWSHeader.Builder(algorithm).keyID(by.getKeyID()).type(JOSEObjectType.JWT).build(),
          new RSASSASigner(by));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs by anything. */
  public static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps an ID token for whoever brings the code. */
  public String codeFor(String token) {
    String code = UUID.randomUUID().toString();
    byCode.put(code, token);
    return code;
  }

  private String answer(String body) {
    String code = body.replaceAll("(?:^|.*&)code=([^&]*).*", "$1");
    String token = byCode.remove(code);
    return token == null
        ? "{\"error\":\"invalid_grant\"}"
        : "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
            + token
            + "\"}";
  }

  private String discovery() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/end","subject_types_supported":["public"],
     "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(issuer());
  }

  private void serves(String path, Function<String, String> answer) {
    server.createContext(
        path,
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] body = answer.apply(asked).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
