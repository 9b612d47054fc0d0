/**
 * Who may do what: accounts, roles, clearances, delegations, trainings, each in two times.
 *
 * <p>Owns the accounts and the people behind them. May import: the pure rooms, {@code audit},
 * {@code policy}, {@code content}. Start with {@link org.glasnost.authority.Person}, which is what
 * a person may do on one day, and {@link org.glasnost.authority.People}, which answers it.
 */
@NullMarked
package org.glasnost.authority;

import org.jspecify.annotations.NullMarked;
