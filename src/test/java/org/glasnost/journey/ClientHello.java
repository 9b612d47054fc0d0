package org.glasnost.journey;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/**
 * The first message of a TLS handshake (RFC 5246, 7.4.1.2), written by hand: a client of Java does
 * not offer what is no longer to be offered.
 *
 * @param version the newest that the client speaks: {@code 0x0301} is TLS 1.0
 * @param suites the cipher suites that it offers, by their numbers
 */
record ClientHello(int version, List<Integer> suites) {
  private static final int HANDSHAKE = 22;
  private static final int ALERT = 21;
  private static final int SERVER_HELLO = 2;
  private static final int PATIENCE_MILLIS = 60_000;

  /** What the server says to it. */
  enum Answer {
    TAKEN,
    HANDSHAKE_FAILURE,
    PROTOCOL_VERSION,
    INSUFFICIENT_SECURITY,
    ANOTHER_ALERT,
    CLOSED
  }

  ClientHello {
    suites = List.copyOf(suites);
  }

  /** Says it to a server on this machine. */
  Answer to(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(record());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int type = in.readUnsignedByte();
      in.skipNBytes(4);
      int first = in.readUnsignedByte();
      if (type == HANDSHAKE && first == SERVER_HELLO) {
        return Answer.TAKEN;
      }
      if (type != ALERT) {
        throw new IOException("no answer of TLS: " + type);
      }
      return switch (in.readUnsignedByte()) {
        case 40 -> Answer.HANDSHAKE_FAILURE;
        case 70 -> Answer.PROTOCOL_VERSION;
        case 71 -> Answer.INSUFFICIENT_SECURITY;
        default -> Answer.ANOTHER_ALERT;
      };
    } catch (EOFException | SocketException closed) {
      return Answer.CLOSED;
    }
  }

  private byte[] record() throws IOException {
    byte[] body = body();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(HANDSHAKE);
    out.writeShort(0x0301);
    out.writeShort(body.length + 4);
    out.writeByte(1);
    out.writeByte(0);
    out.writeShort(body.length);
    out.write(body);
    return bytes.toByteArray();
  }

  private byte[] body() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(version);
    out.write(new byte[32]);
    out.writeByte(0);
    out.writeShort(2 * suites.size());
    for (int suite : suites) {
      out.writeShort(suite);
    }
    out.writeByte(1);
    out.writeByte(0);
    byte[] extensions = extensions();
    out.writeShort(extensions.length);
    out.write(extensions);
    return bytes.toByteArray();
  }

  /** Groups, forms of points and algorithms of signatures that every server of today knows. */
  private static byte[] extensions() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    extension(out, 10, 0x0004, 0x0017, 0x0018);
    out.writeShort(11);
    out.writeShort(2);
    out.writeByte(1);
    out.writeByte(0);
    extension(out, 13, 0x000C, 0x0403, 0x0503, 0x0804, 0x0401, 0x0501, 0x0201);
    return bytes.toByteArray();
  }

  private static void extension(DataOutputStream out, int type, int... words) throws IOException {
    out.writeShort(type);
    out.writeShort(2 * words.length);
    for (int word : words) {
      out.writeShort(word);
    }
  }
}
