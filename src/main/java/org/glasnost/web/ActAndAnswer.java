package org.glasnost.web;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An act and the answer to it in one transaction, with the journal's lines of what the answer tells
 * beside what its author wrote: titles, what others wrote. Either all of it is there, or nothing
 * was done. Were the lines written after the act, it could be done and answered as if it were not;
 * what is shown in one answer and in no other, such as half of a password, would be lost.
 */
@Component
public class ActAndAnswer {
  private final TransactionTemplate transaction;

  ActAndAnswer(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What came of an act: the answer, or that its author may not see any more what it was done to.
   */
  private record Outcome<T>(@Nullable T answer, @Nullable Refused gone) {}

  /**
   * Does the act and makes the answer to it.
   *
   * @param act what is done
   * @param answer made of what came of it; the lines of what it tells are part of the transaction
   * @throws Refused as the act does; as the answer does, and then nothing was done, unless it says
   *     that its author may not know of the thing any more
   */
  public <A, T> T inOne(Supplier<A> act, Function<A, T> answer) {
    Outcome<T> outcome =
        transaction.execute(
            open -> {
              A done = act.get();
              try {
                return new Outcome<>(answer.apply(done), null);
              } catch (Refused refused) {
                if (refused.ground() != Refused.Ground.NOT_KNOWN || open.isRollbackOnly()) {
                  throw refused;
                }
                return new Outcome<>(null, refused);
              }
            });
    if (outcome.gone() != null) {
      throw outcome.gone();
    }
    return Objects.requireNonNull(outcome.answer());
  }

  /** The same for an act of which nothing comes but that it is done. */
  public <T> T inOne(Runnable act, Supplier<T> answer) {
    return inOne(
        () -> {
          act.run();
          return true;
        },
        done -> answer.get());
  }
}
