package org.glasnost.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server on this machine that can be cut and joined again. While it is cut, what was
 * open is closed and nobody is let through.
 */
final class CutLine implements AutoCloseable {
  private final int to;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  CutLine(int to) throws IOException {
    this.to = to;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    begin(this::listen);
  }

  /** Where it begins. */
  int port() {
    return listening.getLocalPort();
  }

  /** How many go through it; each has two ends. */
  int through() {
    return open.size() / 2;
  }

  void cut() {
    cut = true;
    open.forEach(CutLine::end);
  }

  void join() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    cut();
    listening.close();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket from = listening.accept();
        if (cut) {
          end(from);
        } else {
          Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
          open.add(from);
          open.add(there);
          begin(() -> carry(from, there));
          begin(() -> carry(there, from));
          if (cut) {
            end(from);
            end(there);
          }
        }
      } catch (IOException closed) {
        // Closed at the end, or the server is away.
      }
    }
  }

  private void carry(Socket from, Socket there) {
    try (from;
        there) {
      InputStream in = from.getInputStream();
      OutputStream out = there.getOutputStream();
      in.transferTo(out);
    } catch (IOException ended) {
      // At either end.
    } finally {
      open.remove(from);
      open.remove(there);
    }
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyEnded) {
      // As was wanted.
    }
  }
}
