package org.glasnost.process.running;

import java.time.Instant;
import java.util.UUID;

/**
 * That a version is suspended.
 *
 * @param id its id
 * @param by user name of the administrator
 * @param at since when
 * @param reason the id under which the words of the reason are kept
 */
public record Suspension(UUID id, String by, Instant at, UUID reason) {}
