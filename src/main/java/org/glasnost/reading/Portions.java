package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parts a text into its portions, which together cover it. */
final class Portions {
  private static final Pattern CLOSE =
      Pattern.compile(
          "(?:Sincerely|Respectfully|Yours|Very truly|Cordially|With (?:best|warm|kind)|Faithfully)"
              + "[^\\n]{0,60}");
  private static final Pattern STOPPED = Pattern.compile("[.?!][\"\u201d')\\]]{0,2}$");

  /** {@code Subject: …}, {@code To: …}. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)(?:SUBJECT|SUBJ|TO|FROM|RE|REF|DATE|CC|VIA|THROUGH|THRU|ATTN|ATTENTION|PLACE|TIME"
              + "|PARTICIPANTS|MEMORANDUM FOR|COPIES TO)\\s{0,3}:\\s");

  private static final int FEW_WORDS = 4;
  private static final int BODY = 120;
  private static final int SENTENCE = 60;

  private record Block(int from, int to, PortionKind kind) {}

  private Portions() {}

  /**
   * The portions of a text.
   *
   * @param source the text
   * @param marked stretches that bear a marking, stamp or number, in order
   */
  static List<TextPortion> of(SourceText source, List<Piece> marked) {
    List<Block> blocks = joined(source.text(), kinds(blocks(source.text()), marked));
    List<TextPortion> portions = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      int from = i == 0 ? 0 : blocks.get(i).from();
      int to = i + 1 == blocks.size() ? source.text().length() : blocks.get(i + 1).from();
      portions.add(
          new TextPortion(i + 1, blocks.get(i).kind(), source.place(from), source.place(to)));
    }
    if (blocks.isEmpty() && !source.text().isEmpty()) {
      portions.add(
          new TextPortion(1, PortionKind.PARAGRAPH, 0, source.place(source.text().length())));
    }
    return portions;
  }

  /** Lines parted by blank lines. */
  private static List<Piece> blocks(String text) {
    List<Piece> blocks = new ArrayList<>();
    int start = -1;
    int end = 0;
    int line = 0;
    while (line <= text.length()) {
      int stop = text.indexOf('\n', line);
      stop = stop < 0 ? text.length() : stop;
      if (!LineSigns.isBlank(text, line, stop)) {
        start = start < 0 ? line : start;
        end = stop;
      } else if (start >= 0) {
        blocks.add(Piece.trimmed(text, start, end));
        start = -1;
      }
      line = stop + 1;
    }
    if (start >= 0) {
      blocks.add(Piece.trimmed(text, start, end));
    }
    return blocks;
  }

  private static List<Block> kinds(List<Piece> pieces, List<Piece> marked) {
    List<Block> blocks = new ArrayList<>();
    boolean body = false;
    boolean closed = false;
    int next = 0;
    for (Piece piece : pieces) {
      while (next < marked.size() && marked.get(next).to() <= piece.from()) {
        next++;
      }
      int covered = 0;
      for (int i = next; i < marked.size() && marked.get(i).from() < piece.to(); i++) {
        covered += marked.get(i).text().length();
      }
      PortionKind kind;
      if (covered * 2 > piece.text().length()) {
        kind = PortionKind.MARKING;
      } else if (CLOSE.matcher(piece.text()).lookingAt() && piece.text().length() < BODY) {
        kind = PortionKind.SIGNATURE;
        closed = true;
      } else if (closed && piece.text().length() < SENTENCE) {
        kind = PortionKind.SIGNATURE;
      } else if (body || isBody(piece.text())) {
        kind = PortionKind.PARAGRAPH;
        body = true;
        closed = false;
      } else {
        kind = PortionKind.HEADER;
      }
      blocks.add(new Block(piece.from(), piece.to(), kind));
    }
    return blocks;
  }

  private static boolean isBody(String text) {
    return LineSigns.hasLower(text) && (text.length() >= BODY || isSentence(text));
  }

  /** Long enough with its stop, or brief with common words in it and no label in front. */
  private static boolean isSentence(String text) {
    if (!STOPPED.matcher(text).find()) {
      return false;
    }
    if (text.length() >= SENTENCE) {
      return true;
    }
    List<Word> words = Word.in(text, 0, text.length());
    return !LABELLED.matcher(text).lookingAt()
        && words.size() >= FEW_WORDS
        && words.stream().filter(word -> word.startsLower() && word.text().length() > 1).count()
            > 1;
  }

  /** A sentence that a page break cuts is one portion with what stands in the break. */
  private static List<Block> joined(String text, List<Block> blocks) {
    List<Block> joined = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int last = i;
      if (block.kind() == PortionKind.PARAGRAPH) {
        int next = continuation(text, blocks, last);
        while (next > last) {
          last = next;
          next = continuation(text, blocks, last);
        }
      }
      joined.add(new Block(block.from(), blocks.get(last).to(), block.kind()));
      i = last;
    }
    return joined;
  }

  private static int continuation(String text, List<Block> blocks, int at) {
    char end = text.charAt(blocks.get(at).to() - 1);
    if (!Character.isLetterOrDigit(end) && end != ',' && end != '-') {
      return at;
    }
    int next = at + 1;
    while (next < blocks.size() && blocks.get(next).kind() == PortionKind.MARKING) {
      next++;
    }
    boolean resumes =
        next < blocks.size()
            && blocks.get(next).kind() == PortionKind.PARAGRAPH
            && Character.isLowerCase(text.charAt(blocks.get(next).from()));
    return resumes ? next : at;
  }
}
