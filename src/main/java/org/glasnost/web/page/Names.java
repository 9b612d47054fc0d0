package org.glasnost.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.authority.People;
import org.glasnost.reading.Reading;
import org.springframework.stereotype.Component;

/** How pages name people, instants and days. */
@Component
public class Names {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final People people;

  Names(People people) {
    this.people = people;
  }

  /** A person by name and office; an account that nobody knows any more says so. */
  public String of(UUID account) {
    if (account.equals(Actor.SYSTEM.id())) {
      return "The system";
    }
    return people
        .byId(account)
        .map(person -> person.displayName() + ", " + person.office())
        .orElse("An account that is closed");
  }

  /** An instant, in UTC. */
  public String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** A day. */
  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A constant as words: {@code MARKING_REVIEW} is {@code Marking review}. */
  public String words(Enum<?> constant) {
    String words = constant.name().replace('_', ' ');
    return words.charAt(0) + words.substring(1).toLowerCase(Locale.ENGLISH);
  }

  /** What a reading says, in short statements. */
  public List<String> meaning(Reading reading) {
    return ReadingWords.meaning(reading);
  }

  /** A member's name as words: {@code caseNumber} is {@code Case number}. */
  public String field(String member) {
    String words = member.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ENGLISH);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
