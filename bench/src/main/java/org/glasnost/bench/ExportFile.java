package org.glasnost.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/**
 * Writes an export of as many events as one likes, in the form of docs/spec/journal.md and signed,
 * without holding it in memory: the events come from a seed, once for the root and once for the
 * file.
 */
final class ExportFile {
  private static final String FORMAT = "glasnost-journal-export/1";
  private static final String ORIGIN = "bench.example.gov/0d4c7c1e-8d0b-4f0c-9d6a-8f3f8f4c2f11";
  private static final int SEED = 19850325;
  private static final int EVENTS_A_DOCUMENT = 30;

  /** Of so many events one changes a marking; each document enters with a registration. */
  private static final int CHANGES = 20;

  private final long size;
  private final MessageDigest sha = sha256();
  private final KeyPair key;

  private ExportFile(long size) throws GeneralSecurityException {
    this.size = size;
    this.key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** Writes one. */
  static void write(Path file, long events) throws IOException, GeneralSecurityException {
    ExportFile export = new ExportFile(events);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      export.write(out);
    }
  }

  /** One event: its body, and what binds it. */
  private record Event(String body, byte[] salt, byte[] commitment) {}

  private final class Events {
    private final Random random = new Random(SEED);
    private long index;

    Event next() {
      byte[] salt = new byte[32];
      random.nextBytes(salt);
      String body = body(index++);
      sha.update(salt);
      return new Event(body, salt, sha.digest(body.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The bodies of a review's course: reading, tasks, determinations, now and then a marking. */
    private String body(long at) {
      String document = document(at / EVENTS_A_DOCUMENT);
      long place = at % EVENTS_A_DOCUMENT;
      StringBuilder body = new StringBuilder(700);
      body.append("{\"actor\":{\"id\":\"").append(id(random.nextInt(200)));
      body.append("\",\"office\":\"Classification reviewer, Department of State\"},");
      if (place == 0) {
        body.append("\"after\":").append(marking("SECRET")).append(',');
      } else if (place % CHANGES == 0) {
        body.append("\"after\":").append(marking("UNCLASSIFIED")).append(',');
      } else {
        body.append("\"after\":{\"bases\":[\"1.4(b)\",\"1.4(d)\"],\"determination\":\"RELEASE_IN_PART\"");
        body.append(",\"kind\":\"REVIEW\",\"outcome\":\"DECIDED\",\"portions\":{\"inPart\":2,");
        body.append("\"released\":31,\"withheld\":4},\"secondOutcome\":\"CONFIRMED\"},");
      }
      body.append("\"at\":\"2026-11-23T%02d:%02d:%02d.%06dZ\",".formatted(
          at / 3600 % 24, at / 60 % 60, at % 60, at % 1_000_000));
      body.append("\"authority\":\"E.O. 13526, 3.5\",");
      if (place != 0 && place % CHANGES == 0) {
        body.append("\"before\":").append(marking("SECRET")).append(',');
      }
      body.append("\"cites\":[\"32 CFR 2001.34\"],\"client\":\"PAGE\",\"document\":\"");
      body.append(document).append("\",\"form\":1,\"id\":\"").append(id(random.nextLong()));
      body.append("\",\"kind\":\"");
      body.append(
          place == 0
              ? "DOCUMENT_REGISTERED"
              : place % CHANGES == 0 ? "MARKING_CHANGED" : "TASK_COMPLETED");
      body.append("\",\"label\":").append(random.nextInt(50));
      body.append(",\"policyRelease\":\"2026.1\",\"process\":\"declassification-review:1\"");
      body.append(",\"reasonCode\":\"R").append(random.nextInt(20));
      return body.append("\",\"role\":\"REVIEWER\"}").toString();
    }
  }

  private static String id(long number) {
    return new UUID(number * 0x9E3779B97F4A7C15L, number | Long.MIN_VALUE).toString();
  }

  private static String document(long number) {
    return new UUID(0x4000, number | Long.MIN_VALUE).toString();
  }

  private static String marking(String level) {
    return "{\"confirmed\":true,\"instruction\":\"25X1, 20501231\",\"level\":\"%s\",\"protectedAs\":\"SECRET\",\"verbatim\":\"SECRET//NOFORN\"}"
        .formatted(level);
  }

  private void write(OutputStream file) throws IOException, GeneralSecurityException {
    DigestOutputStream out = new DigestOutputStream(file, sha256());
    line(
        out,
        "{\"exportedAt\":\"2026-11-28T10:00:00.000000Z\",\"format\":\"%s\",\"markingsFrom\":%d,\"origin\":\"%s\",\"size\":%d,\"type\":\"export\"}"
            .formatted(FORMAT, size, ORIGIN, size));
    line(out, "{\"key\":\"%s\",\"type\":\"key\"}".formatted(verifierKey()));
    String checkpoint = signed("%s\n%d\n%s\n".formatted(ORIGIN, size, root()));
    line(out, "{\"note\":\"%s\",\"type\":\"checkpoint\"}".formatted(escaped(checkpoint)));
    Events events = new Events();
    HexFormat hex = HexFormat.of();
    for (long i = 0; i < size; i++) {
      Event event = events.next();
      line(
          out,
          "{\"body\":%s,\"commitment\":\"%s\",\"index\":%d,\"salt\":\"%s\",\"type\":\"event\"}"
              .formatted(
                  event.body(), hex.formatHex(event.commitment()), i, hex.formatHex(event.salt())));
    }
    long documents = (size + EVENTS_A_DOCUMENT - 1) / EVENTS_A_DOCUMENT;
    for (long i = 0; i < documents; i++) {
      boolean changed = i * EVENTS_A_DOCUMENT + CHANGES < size;
      line(
          out,
          "{\"document\":\"%s\",\"marking\":%s,\"type\":\"marking\"}"
              .formatted(document(i), marking(changed ? "UNCLASSIFIED" : "SECRET")));
    }
    String digest = hex.formatHex(out.getMessageDigest().digest());
    String end = signed("%s\n%s\n%d\n%s\n".formatted(FORMAT, ORIGIN, size, digest));
    line(
        out,
        "{\"leaves\":%d,\"markings\":%d,\"signature\":\"%s\",\"type\":\"end\"}"
            .formatted(size, documents, escaped(end)));
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String note) {
    return note.replace("\n", "\\n");
  }

  /** RFC 9162, 2.1.1. */
  private String root() {
    Deque<byte[]> complete = new ArrayDeque<>();
    Events events = new Events();
    for (long i = 0; i < size; i++) {
      byte[] commitment = events.next().commitment();
      sha.update((byte) 0);
      byte[] hash = sha.digest(commitment);
      for (long left = i; (left & 1) == 1; left >>= 1) {
        hash = node(complete.pop(), hash);
      }
      complete.push(hash);
    }
    byte[] root = complete.pop();
    while (!complete.isEmpty()) {
      root = node(complete.pop(), root);
    }
    return Base64.getEncoder().encodeToString(root);
  }

  private byte[] node(byte[] left, byte[] right) {
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  private byte[] typedKey() {
    byte[] x509 = key.getPublic().getEncoded();
    byte[] typed = Arrays.copyOfRange(x509, x509.length - 33, x509.length);
    typed[0] = 1;
    return typed;
  }

  private byte[] keyId() {
    sha.update((ORIGIN + "\n").getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOf(sha.digest(typedKey()), 4);
  }

  private String verifierKey() {
    return ORIGIN
        + "+"
        + HexFormat.of().formatHex(keyId())
        + "+"
        + Base64.getEncoder().encodeToString(typedKey());
  }

  private String signed(String text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    byte[] made = signature.sign();
    byte[] withId = Arrays.copyOf(keyId(), 4 + made.length);
    System.arraycopy(made, 0, withId, 4, made.length);
    return "%s\n— %s %s\n".formatted(text, ORIGIN, Base64.getEncoder().encodeToString(withId));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
