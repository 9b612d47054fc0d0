package org.glasnost.authority.office;

import java.time.Instant;
import java.util.UUID;

/**
 * That an officer ended something before its time.
 *
 * @param ended the record of the right or need to know, or the account that was closed
 * @param by the account of the officer
 * @param at when
 * @param reason why, in words
 */
public record Ending(UUID ended, UUID by, Instant at, String reason) {}
