package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.glasnost.rule.Refused;
import org.glasnost.web.BodyTooLarge;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.glasnost.web.RefusalLines;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a body than is taken in. Forms and files have limits of their own, which the
 * container holds. The limit on JSON is three times that on texts: written in JSON, a text grows by
 * its escapes.
 */
final class BodyLimit extends OncePerRequestFilter {
  private final ProblemAnswers answers;
  private final RefusalLines lines;
  private final long most;

  BodyLimit(ProblemAnswers answers, RefusalLines lines, long most) {
    this.answers = answers;
    this.lines = lines;
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > most) {
      Refused refused = BodyTooLarge.refusal();
      lines.recordOnly(refused, request);
      answers.send(request, response, Problem.of(refused, request.getRequestURI()));
      return;
    }
    String type = request.getContentType();
    boolean containersOwn =
        type != null
            && (type.regionMatches(true, 0, "multipart/", 0, 10)
                || type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33));
    chain.doFilter(containersOwn ? request : new Limited(request, most), response);
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long most;

    Limited(HttpServletRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream(), most);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counting extends ServletInputStream {
    private final ServletInputStream body;
    private final long most;
    private long read;

    Counting(ServletInputStream body, long most) {
      this.body = body;
      this.most = most;
    }

    private int counted(int bytes) throws IOException {
      read += Math.max(bytes, 0);
      if (read > most) {
        throw new BodyTooLarge(most);
      }
      return bytes;
    }

    @Override
    public int read() throws IOException {
      int one = body.read();
      counted(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return counted(body.read(bytes, from, length));
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
