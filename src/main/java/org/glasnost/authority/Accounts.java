package org.glasnost.authority;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The accounts on record. */
interface Accounts extends Repository<Account, UUID> {

  Optional<Account> findById(UUID id);

  Optional<Account> findByUserName(String userName);

  boolean existsById(UUID id);

  long count();

  boolean existsByDemoTrue();
}
